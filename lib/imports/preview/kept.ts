import { processSingleton } from '@/lib/platform/process-singleton';

const keptMs = 10 * 60_000;
const keptMax = 100;

interface Kept {
  readonly at: number;
  readonly value: unknown;
}

/**
 * What a museum has answered is kept for ten minutes, so that going back, reloading or waiting for it does not ask
 * again. An answer that fails is kept until somebody has seen why: see {@link forget}.
 *
 * @param key names what is made, with everything it depends on
 */
export function keep<T>(key: string, make: () => T): T {
  const kept = all();
  const known = kept.get(key);
  if (known !== undefined && Date.now() - known.at < keptMs) return known.value as T;
  const value = make();
  kept.delete(key);
  kept.set(key, { at: Date.now(), value });
  const [oldest] = kept.keys();
  if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest);
  return value;
}

export function forget(key: string): void {
  all().delete(key);
}

const all = () => processSingleton('import-previews', () => new Map<string, Kept>());
