import { createHash, randomBytes } from 'node:crypto';
import { type ImageStore } from '@/lib/images/image-store';

interface StoreUnderTest {
  readonly store: ImageStore;
  /** Another one on the same place, as another process has it. */
  readonly other: ImageStore;
  /** Everything that is kept, drafts included, by its path. */
  paths(): Promise<readonly string[]>;
}

/** What every image store has to do, in a place that is empty before each test. */
export function describeImageStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`The image store: ${name}`, () => {
    let under: StoreUnderTest;
    let store: ImageStore;
    beforeEach(async () => {
      under = await open();
      store = under.store;
    });

    /** Bytes that no other test has, and the key they go by. */
    function someImage(sizeBytes = 1000) {
      const bytes = randomBytes(sizeBytes);
      return { bytes, key: createHash('sha256').update(bytes).digest('hex') };
    }

    test('gives back what was put, to every process, and null for any other key', async () => {
      const { key, bytes } = someImage();
      await store.put(key, bytes);
      expect(await store.get(key)).toEqual(bytes);
      expect(await under.other.get(key)).toEqual(bytes);
      expect(await store.get('0'.repeat(64))).toBeNull();
      expect(await store.get(`${key}-320.webp`)).toBeNull();
    });

    test('keeps the largest picture that can be uploaded, byte for byte', async () => {
      const { key, bytes } = someImage(25 * 2 ** 20);
      await store.put(key, bytes);
      // Jest takes minutes to compare so many bytes one by one.
      expect(bytes.equals((await under.other.get(key)) ?? Buffer.alloc(0))).toBe(true);
    });

    test('keeps a key under two folders of its first letters', async () => {
      const { key, bytes } = someImage();
      await store.put(key, bytes);
      expect(await under.paths()).toEqual([`${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`]);
    });

    test('put twice, also at once and from two processes, the same bytes are there once and whole', async () => {
      const { key, bytes } = someImage(100_000);
      await Promise.all(
        Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? store : under.other).put(key, bytes)),
      );
      expect(bytes.equals((await store.get(key)) ?? Buffer.alloc(0))).toBe(true);
      expect(await under.paths()).toHaveLength(1);
    });

    test('whoever reads while it is written gets nothing or all of it', async () => {
      const { key, bytes } = someImage(4 * 2 ** 20);
      const writing = store.put(key, bytes);
      const sizes = await Promise.all(
        Array.from({ length: 10 }, async () => (await under.other.get(key))?.byteLength ?? 0),
      );
      await writing;
      expect(sizes.filter((size) => size !== 0 && size !== bytes.byteLength)).toEqual([]);
    });

    test('deletes a picture with its renditions, once or twice, and nothing else', async () => {
      const image = someImage();
      const kept = someImage();
      for (const { key, bytes } of [image, kept]) {
        await store.put(key, bytes);
        for (const width of [320, 640, 1280]) await store.put(`${key}-${width}.webp`, bytes);
      }
      await under.other.delete(image.key);
      await store.delete(image.key);
      expect(await store.get(image.key)).toBeNull();
      expect(await store.get(`${image.key}-640.webp`)).toBeNull();
      expect(await store.get(kept.key)).toEqual(kept.bytes);
      expect(await under.paths()).toHaveLength(4);
    });

    test('deletes nothing where there is nothing', async () => {
      await store.delete('f'.repeat(64));
      expect(await under.paths()).toEqual([]);
    });

    test.each(['../../../../etc/passwd', '', 'ABC', `${'0'.repeat(64)}/../x`, `${'0'.repeat(64)}-x.webp`])(
      'refuses "%s", which is no key',
      async (text) => {
        await expect(async () => store.get(text)).rejects.toThrow('not an image key');
        await expect(async () => store.put(text, Buffer.from('x'))).rejects.toThrow('not an image key');
        await expect(async () => store.delete(text)).rejects.toThrow('not an image key');
      },
    );
  });
}
