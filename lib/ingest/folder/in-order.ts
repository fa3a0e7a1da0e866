/**
 * Makes steps of work that goes on side by side happen in the order in which `turn` was called for them.
 * A step that fails does not hold up those after it.
 */
export function inOrder(): () => <T>(step: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const before = last;
    let end: () => void = () => undefined;
    last = new Promise<void>((resolve) => (end = resolve));
    return async (step) => {
      try {
        await before;
        return await step();
      } finally {
        end();
      }
    };
  };
}
