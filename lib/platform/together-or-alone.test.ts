import { TogetherOrAlone } from './together-or-alone';

describe('Work that runs together or alone', () => {
  /** Work that goes on until it is released, and what was going on beside it. */
  function recorder(turns: TogetherOrAlone) {
    const going = new Set<string>();
    const seen: Record<string, string[]> = {};
    const begin = (kind: 'together' | 'alone', name: string) => {
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const done = turns[kind](async () => {
        seen[name] = [...going].sort();
        going.add(name);
        await held;
        going.delete(name);
      });
      return { release, done };
    };
    return { begin, seen };
  }
  const settle = () => new Promise((resolve) => setImmediate(resolve));

  test('begins at once beside other work', async () => {
    const { begin, seen } = recorder(new TogetherOrAlone());
    const works = ['a', 'b'].map((name) => begin('together', name));
    await settle();
    expect(seen).toEqual({ a: [], b: ['a'] });
    works.forEach(({ release }) => release());
    await Promise.all(works.map(({ done }) => done));
  });

  test('alone waits for what runs, and holds back what comes after it', async () => {
    const { begin, seen } = recorder(new TogetherOrAlone());
    const first = begin('together', 'first');
    const alone = begin('alone', 'alone');
    const second = begin('alone', 'second alone');
    const after = begin('together', 'after');
    await settle();
    expect(seen).toEqual({ first: [] });
    for (const work of [first, alone, second]) {
      work.release();
      await work.done;
      await settle();
    }
    after.release();
    await after.done;
    expect(seen).toEqual({ first: [], alone: [], 'second alone': [], after: [] });
  });

  test('goes on after work that fails', async () => {
    const turns = new TogetherOrAlone();
    await expect(turns.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turns.together(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.alone(() => Promise.resolve(1))).toBe(1);
  });
});
