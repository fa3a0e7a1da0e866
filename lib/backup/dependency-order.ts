/** A foreign key: rows of `from` need rows of `to`. */
export interface Reference {
  readonly from: string;
  readonly to: string;
}

/**
 * The tables in an order in which they can be filled: each after those that it refers to, otherwise as given. A table
 * that refers to itself is filled by one statement, which Postgres checks at its end.
 * @throws Error when tables refer to each other in a circle
 */
export function inDependencyOrder(tables: readonly string[], references: readonly Reference[]): string[] {
  const ordered: string[] = [];
  const waiting = new Set(tables);
  const needs = (table: string) =>
    references.filter(({ from, to }) => from === table && to !== table && waiting.has(to));
  while (waiting.size > 0) {
    const next = [...waiting].find((table) => needs(table).length === 0);
    if (next === undefined)
      throw new Error(`These tables refer to each other in a circle: ${[...waiting].join(', ')}`);
    waiting.delete(next);
    ordered.push(next);
  }
  return ordered;
}
