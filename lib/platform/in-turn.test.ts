import { inTurn } from './in-turn';

test('work is done one after the other, and a client with one does not wait for all of another', async () => {
  const order: string[] = [];
  let running = 0;
  const work = (name: string, client: string) =>
    inTurn(
      'test',
      async () => {
        running += 1;
        expect(running).toBe(1);
        await new Promise(setImmediate);
        running -= 1;
        order.push(name);
      },
      client,
    );
  const guesses = [1, 2, 3, 4].map((i) => work(`guess ${i}`, 'guesser'));
  await Promise.all([...guesses, work('curator', 'curator')]);
  expect(order).toEqual(['guess 1', 'curator', 'guess 2', 'guess 3', 'guess 4']);
});

test('one client cannot fill the line, and work that fails lets the next begin', async () => {
  const tries = Array.from({ length: 8 }, () =>
    inTurn('failing', () => Promise.reject(new Error('wrong')), 'guesser').catch(
      (error: Error) => error.message,
    ),
  );
  const answers = await Promise.all(tries);
  expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(5);
  expect(answers.filter((answer) => answer.startsWith('Too many'))).toHaveLength(3);
  await expect(inTurn('failing', async () => 'right', 'curator')).resolves.toBe('right');
});
