import { Problem } from '@/lib/platform/problem';

/** Prisma's own codes: not reached, too slow, too busy, closed: https://www.prisma.io/docs/orm/reference/error-reference */
const prismaCodes = [
  'P1000',
  'P1001',
  'P1002',
  'P1003',
  'P1008',
  'P1010',
  'P1011',
  'P1017',
  'P2024',
  'P2037',
];
const connectionCode = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|EPIPE)/;
/** Classes of SQLSTATE: connection, authorisation, no such database, no right, starting or stopping, too many. */
const refusal = /^(08|28|3D000|42501|57P|53300)/;
/** What Prisma's driver adapter calls the same. */
const adapterKinds = [
  'AuthenticationFailed',
  'ConnectionClosed',
  'DatabaseAccessDenied',
  'DatabaseDoesNotExist',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TlsConnectionError',
  'TooManyConnections',
];

/** Whether it is Postgres' own state, or our way to it, that keeps it from answering, and not what was asked. */
export function isDatabaseOutage(error: unknown): boolean {
  const { code = '', meta } = error as {
    code?: unknown;
    meta?: { driverAdapterError?: { cause?: AdapterCause } };
  };
  const { kind = '', code: sqlState = '' } = meta?.driverAdapterError?.cause ?? {};
  return (
    adapterKinds.includes(kind) ||
    [String(code), sqlState].some(
      (one) => prismaCodes.includes(one) || connectionCode.test(one) || refusal.test(one),
    )
  );
}

interface AdapterCause {
  readonly kind?: string;
  /** SQLSTATE, where Postgres has said one. */
  readonly code?: string;
}

/** What anyone may be told while Postgres cannot be used. Why is its `cause`, for the log and for commands. */
export function collectionRests(cause: unknown): Problem {
  return new Problem(
    'unavailable',
    'The collection is resting. Nothing is lost; try again in a moment.',
    { resting: 'collection', retryAfterSeconds: 5 },
    { cause },
  );
}

/** An error as visitors may see it: {@link collectionRests} where Postgres cannot be used, else the same error. */
export function toldOfDatabase(error: unknown): unknown {
  return isDatabaseOutage(error) ? collectionRests(error) : error;
}

/** Whether that is what a problem says. */
export function isCollectionResting({ extensions }: Problem): boolean {
  return extensions.resting === 'collection';
}
