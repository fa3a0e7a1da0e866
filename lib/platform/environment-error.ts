import { Problem } from './problem';

interface Trouble {
  readonly reason: string;
  /** What the operator can do about it. */
  readonly mend: string;
}

const full: Trouble = { reason: 'the disk is full', mend: 'Make room there.' };
const forbidden: Trouble = {
  reason: 'the account that runs Gafu has no right to it',
  mend: 'Grant the right, or choose another place.',
};
const filesOpen: Trouble = { reason: 'too many files are open', mend: 'Raise the limit (ulimit -n).' };
const memory: Trouble = { reason: 'there is no memory left', mend: 'Give this machine more memory.' };

/** By the code of an error of the system (errno) or of Postgres (SQLSTATE). */
const troubles: Readonly<Record<string, Trouble>> = {
  ENOSPC: full,
  EDQUOT: { reason: 'the disk quota is used up', mend: 'Make room there, or raise the quota.' },
  EROFS: {
    reason: 'the file system is read-only',
    mend: 'Mount it for writing, or choose another place.',
  },
  EACCES: forbidden,
  EPERM: forbidden,
  EMFILE: filesOpen,
  ENFILE: filesOpen,
  ENOMEM: memory,
  EIO: { reason: 'the disk reports errors', mend: 'Check the disk.' },
  '25006': { reason: 'Postgres is read-only', mend: 'Connect to a server that can be written.' },
  '53100': { reason: 'the disk of Postgres is full', mend: 'Make room there.' },
  '53200': { reason: 'Postgres has no memory left', mend: 'Give it more memory, or fewer connections.' },
  '58030': { reason: 'the disk of Postgres reports errors', mend: 'Check the disk.' },
};

/** How other programs put it in their messages (strerror). */
const messages: Readonly<Record<string, RegExp>> = {
  ENOSPC: /no space left on device/i,
  EDQUOT: /disk quota exceeded/i,
  EROFS: /read-only file system/i,
  EACCES: /permission denied/i,
  EPERM: /operation not permitted/i,
  EMFILE: /too many open files/i,
  ENOMEM: /cannot allocate memory/i,
};

/**
 * An error of the environment (disk full, read-only or forbidden, no memory, no files left) as Problem `unavailable`:
 * its message is for visitors and names no path, its `cause` for the operator. Every other error comes back as it is.
 */
export function asEnvironmentProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const trouble = codesOf(error).flatMap((code) => troubles[code] ?? [])[0];
  if (trouble === undefined) return error;
  const { path } = error as NodeJS.ErrnoException;
  return environmentProblem(trouble, path, error);
}

/**
 * The same for what another program has written before it ended.
 * @param place what it could not use
 * @returns null if its words are about anything else
 */
export function environmentProblemIn(output: string, place: string): Problem | null {
  const code = Object.keys(messages).find((one) => messages[one]?.test(output));
  const trouble = code === undefined ? undefined : troubles[code];
  return trouble === undefined ? null : environmentProblem(trouble, place, new Error(output));
}

function environmentProblem({ reason, mend }: Trouble, path: string | undefined, error: unknown): Problem {
  return new Problem(
    'unavailable',
    `This is not possible right now: ${reason}. Nothing is lost; try again in a few minutes.`,
    { code: 'storage-trouble', retryAfterSeconds: 30 },
    { cause: new Error(`${path ?? 'The storage'} cannot be used: ${reason}. ${mend}`, { cause: error }) },
  );
}

/** The error's own code, and the SQLSTATE that Prisma's driver adapter wraps. */
function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { code, meta } = error as {
    code?: unknown;
    meta?: { driverAdapterError?: { cause?: { code?: unknown; originalCode?: unknown } }; code?: unknown };
  };
  const wrapped = meta?.driverAdapterError?.cause;
  return [code, wrapped?.code, wrapped?.originalCode, meta?.code].filter((one) => typeof one === 'string');
}
