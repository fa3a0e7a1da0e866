import { breather } from './breather';

/** @returns whether somebody else has had a turn since */
function watchTurns(): () => boolean {
  let hadTurn = false;
  setImmediate(() => {
    hadTurn = true;
  });
  return () => hadTurn;
}

test('after long work others have their turn', async () => {
  const breathe = breather();
  const until = performance.now() + 12;
  while (performance.now() < until);
  const hadTurn = watchTurns();
  await breathe();
  expect(hadTurn()).toBe(true);
});

test('after a short step work goes on at once', async () => {
  const hadTurn = watchTurns();
  await breather()();
  expect(hadTurn()).toBe(false);
});
