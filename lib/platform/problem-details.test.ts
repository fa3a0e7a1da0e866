import { log } from './log';
import { Problem } from './problem';
import { problemDetails } from './problem-details';

test('a problem is told in full, with its extension members', () => {
  const problem = new Problem('too-large', 'The file has 30 MB; at most 25 MB are allowed.', {
    bytesMax: 26214400,
  });
  expect(problemDetails(problem, '/query')).toEqual({
    status: 413,
    body: {
      type: 'urn:gafu:problem:too-large',
      title: 'Too large',
      status: 413,
      detail: 'The file has 30 MB; at most 25 MB are allowed.',
      instance: '/query',
      bytesMax: 26214400,
    },
  });
});

test('an extension member cannot overwrite a standard one', () => {
  expect(problemDetails(new Problem('not-found', 'No such work.', { status: 200 })).body.status).toBe(404);
});

test('a defect is logged and answered without its inside', () => {
  const logged = jest.spyOn(log, 'error').mockImplementation(() => undefined);
  const error = new Error('password=secret in /srv/gafu');
  const { status, body } = problemDetails(error, '/search');
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toContain('secret');
  expect(logged).toHaveBeenCalledWith({ err: error, instance: '/search' }, expect.any(String));
});
