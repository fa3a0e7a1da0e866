/** Each key with what `read` gave for it, in order, while the next `ahead` are being read. */
export async function* readAhead<Key, Value>(
  keys: AsyncIterable<Key>,
  read: (key: Key) => Promise<Value>,
  ahead: number,
): AsyncGenerator<[Key, Value]> {
  const begun: [Key, Promise<Value>][] = [];
  for await (const key of keys) {
    const reading = read(key);
    // It is awaited in its turn.
    reading.catch(() => undefined);
    begun.push([key, reading]);
    const first = begun.length > ahead ? begun.shift() : undefined;
    if (first !== undefined) yield [first[0], await first[1]];
  }
  for (const [key, reading] of begun) yield [key, await reading];
}
