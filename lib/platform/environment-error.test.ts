import { asEnvironmentProblem, environmentProblemIn } from './environment-error';
import { Problem } from './problem';

const systemError = (code: string, path?: string) => Object.assign(new Error(`${code}: …`), { code, path });

test.each([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'EPERM',
  'EMFILE',
  'ENFILE',
  'ENOMEM',
  'EIO',
  '53100',
  '53200',
])('%s makes the site unavailable for a while', (code) => {
  const problem = asEnvironmentProblem(systemError(code));
  expect(problem).toMatchObject({ kind: 'unavailable', extensions: { retryAfterSeconds: 30 } });
});

test('the operator is told where and what to do, the visitor is not told the path', () => {
  const problem = asEnvironmentProblem(systemError('ENOSPC', '/srv/gafu/images')) as Problem;
  expect(problem.message).not.toContain('/srv');
  expect((problem.cause as Error).message).toBe(
    '/srv/gafu/images cannot be used: the disk is full. Make room there.',
  );
});

test('a full disk of Postgres is recognised inside the error of Prisma', () => {
  const error = {
    code: 'P2010',
    meta: { driverAdapterError: { cause: { kind: 'postgres', code: '53100' } } },
  };
  expect(asEnvironmentProblem(error)).toMatchObject({
    cause: { message: 'The storage cannot be used: the disk of Postgres is full. Make room there.' },
  });
});

test('other errors stay what they are', () => {
  const problem = new Problem('not-found', 'There is no work "a".');
  for (const error of [systemError('ENOENT'), new TypeError('a defect'), problem, null, 'text'])
    expect(asEnvironmentProblem(error)).toBe(error);
});

test('what initdb says is recognised by its words', () => {
  const output =
    'initdb: error: could not create directory "/d/base": No space left on device\ninitdb: removing';
  expect(environmentProblemIn(output, '/d')?.cause).toMatchObject({
    message: '/d cannot be used: the disk is full. Make room there.',
  });
  expect(environmentProblemIn('initdb: error: invalid locale', '/d')).toBeNull();
});
