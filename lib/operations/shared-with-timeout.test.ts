import { sharedWithTimeout } from './shared-with-timeout';

test('a question that hangs is given up in time, and not asked again meanwhile', async () => {
  const question = jest.fn(() => new Promise<never>(() => undefined));
  const answers = await Promise.allSettled([
    sharedWithTimeout('hangs', question),
    sharedWithTimeout('hangs', question),
  ]);
  await expect(sharedWithTimeout('hangs', question)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(question).toHaveBeenCalledTimes(1);
});

test('a question is asked again after an answer or an error', async () => {
  const question = jest.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce('here');
  await expect(sharedWithTimeout('answers', question)).rejects.toThrow('away');
  await expect(sharedWithTimeout('answers', question)).resolves.toBe('here');
});
