interface Waiting<T> {
  readonly client: string;
  readonly entry: T;
}

/** For so long it counts that a client has had a turn. */
const turnMsMax = 60_000;

/**
 * A waiting line that is fair between clients: each client's entries keep their order, and the client whose last turn
 * is longest ago goes first, so somebody with thirty entries does not delay somebody with one.
 */
export class FairLine<T> {
  /** By client, in the order of arrival. No line is empty. */
  private readonly lines = new Map<string, T[]>();
  /** When clients had their last turn, oldest first. */
  private readonly turns = new Map<string, number>();

  /** @param now milliseconds of a clock that only goes forward */
  constructor(private readonly now: () => number = () => performance.now()) {}

  get size(): number {
    return [...this.lines.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** What a client has waiting, in its order. */
  of(client: string): readonly T[] {
    return this.lines.get(client) ?? [];
  }

  push(client: string, entry: T): void {
    const line = this.lines.get(client);
    if (line) line.push(entry);
    else this.lines.set(client, [entry]);
  }

  /** Puts an entry back whose turn did not count. */
  unshift(client: string, entry: T): void {
    this.lines.set(client, [entry, ...this.of(client)]);
    this.turns.delete(client);
  }

  /**
   * The entry whose turn it is: of the clients with the least load, the one whose last turn is longest ago.
   * @param loadOf how much of what is shared a client holds now
   */
  next(loadOf: (client: string) => number = () => 0): Waiting<T> | null {
    let found: (Waiting<T> & { readonly load: number; readonly turn: number }) | null = null;
    for (const [client, [entry]] of this.lines) {
      if (entry === undefined) continue;
      const load = loadOf(client);
      const turn = this.turns.get(client) ?? -Infinity;
      if (found === null || load < found.load || (load === found.load && turn < found.turn))
        found = { client, entry, load, turn };
    }
    return found;
  }

  /** Takes an entry whose turn has come. */
  serve({ client, entry }: Waiting<T>): void {
    const now = this.now();
    for (const [other, turn] of this.turns) {
      if (now - turn < turnMsMax) break;
      this.turns.delete(other);
    }
    this.turns.delete(client);
    this.turns.set(client, now);
    this.remove(client, entry);
  }

  /** Takes out an entry that gave up waiting. */
  remove(client: string, entry: T): void {
    const rest = this.of(client).filter((other) => other !== entry);
    if (rest.length > 0) this.lines.set(client, rest);
    else this.lines.delete(client);
  }

  /** Takes everything out. */
  drain(): readonly T[] {
    const all = [...this.lines.values()].flat();
    this.lines.clear();
    return all;
  }
}
