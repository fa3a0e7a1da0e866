import { askSoon } from './ask-soon';

test('a question that hangs is given up in time, and not asked again while it hangs', async () => {
  const question = jest.fn(() => new Promise<never>(() => undefined));
  const answers = await Promise.allSettled([askSoon('hangs', question), askSoon('hangs', question)]);
  await expect(askSoon('hangs', question)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(question).toHaveBeenCalledTimes(1);
});

test('a question is asked anew once it was answered, well or not', async () => {
  const question = jest.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce('here');
  await expect(askSoon('answers', question)).rejects.toThrow('away');
  await expect(askSoon('answers', question)).resolves.toBe('here');
});
