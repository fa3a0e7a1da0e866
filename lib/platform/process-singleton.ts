const registry = Symbol.for('gafu.singletons');

type Registry = Map<string, unknown>;

/**
 * One value per process, made on first use. Kept on `globalThis`, because Next.js loads a module once for every
 * bundle, and a module-level variable would then exist several times.
 */
export function processSingleton<T>(name: string, make: () => T): T {
  const holder = globalThis as { [registry]?: Registry };
  const values = (holder[registry] ??= new Map());
  if (!values.has(name)) values.set(name, make());
  return values.get(name) as T;
}

/** Whether this singleton has been made. */
export function hasSingleton(name: string): boolean {
  return (globalThis as { [registry]?: Registry })[registry]?.has(name) ?? false;
}

/** Forgets a singleton, so that the next use makes a new one: after closing what it held, and in tests. */
export function forgetSingleton(name: string): void {
  (globalThis as { [registry]?: Registry })[registry]?.delete(name);
}
