import { isDeepStrictEqual } from 'node:util';

type Fields = Record<string, unknown>;

/**
 * The fields that differ between two states, as JSON holds them. If there was nothing before or nothing after, all
 * fields of the other state.
 * @returns null if nothing differs
 */
export function changedFields(
  before: object | null,
  after: object | null,
): { before: Fields | null; after: Fields | null } | null {
  const [old, now] = [asJson(before), asJson(after)];
  if (old === null || now === null) return { before: old, after: now };
  const names = Object.keys({ ...old, ...now }).filter((name) => !isDeepStrictEqual(old[name], now[name]));
  if (names.length === 0) return null;
  return { before: pick(old, names), after: pick(now, names) };
}

function asJson(state: object | null): Fields | null {
  return state === null ? null : (JSON.parse(JSON.stringify(state)) as Fields);
}

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.flatMap((name) => (name in fields ? [[name, fields[name]]] : [])));
}
