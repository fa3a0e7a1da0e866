/** Values by key, of which only so many are kept: the least recently used is dropped first. */
export interface RecentlyUsed<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

export function recentlyUsed<T>(keptMax: number): RecentlyUsed<T> {
  const kept = new Map<string, T>();
  const set = (key: string, value: T) => {
    // Inserted again at the end, so that the first key is the least recently used.
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept.keys();
    if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest);
  };
  return {
    get(key) {
      const value = kept.get(key);
      if (value !== undefined) set(key, value);
      return value;
    },
    set,
  };
}
