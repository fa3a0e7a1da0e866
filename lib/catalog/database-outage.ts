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
/** Classes of SQLSTATE: connection, authorisation, no such database, no privilege, starting or stopping, too many. */
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

/** Errors without a code: of the driver `pg` and its pool, and of Prisma when no connection came free for a transaction. */
const codeless =
  /^(Connection terminated|Client (has encountered a connection error|was closed)|timeout exceeded when trying to connect|Query read timeout|Transaction API error: Unable to start a transaction)/;

/** Whether Postgres itself or the connection to it failed, rather than the query. */
export function isDatabaseOutage(error: unknown): boolean {
  const {
    code = '',
    message,
    meta,
  } = error as {
    code?: unknown;
    message?: unknown;
    meta?: { driverAdapterError?: { cause?: AdapterCause } };
  };
  const { kind = '', code: sqlState = '' } = meta?.driverAdapterError?.cause ?? {};
  return (
    adapterKinds.includes(kind) ||
    codeless.test(String(message)) ||
    [String(code), sqlState].some(
      (one) => prismaCodes.includes(one) || connectionCode.test(one) || refusal.test(one),
    )
  );
}

interface AdapterCause {
  readonly kind?: string;
  /** SQLSTATE, if Postgres gave one. */
  readonly code?: string;
}

/** What anyone may know while Postgres cannot be used. The reason is its `cause`, for the log and for commands. */
export function collectionUnavailable(cause: unknown): Problem {
  return new Problem(
    'unavailable',
    'The collection is temporarily unavailable. Nothing is lost; try again in a moment.',
    { unavailable: 'collection', retryAfterSeconds: 5 },
    { cause },
  );
}

/** {@link collectionUnavailable} for an error that says so, else the same error. */
export function asDatabaseProblem(error: unknown): unknown {
  return isDatabaseOutage(error) ? collectionUnavailable(error) : error;
}

/** Whether a problem is {@link collectionUnavailable}. */
export function isCollectionUnavailable({ extensions }: Problem): boolean {
  return extensions.unavailable === 'collection';
}
