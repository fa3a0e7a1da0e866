import { Problem, type ProblemKind } from '../problem';

/** What went wrong with a request to another server. */
const kindOfFault = {
  'address-refused': 'invalid-request',
  'not-found': 'not-found',
  blocked: 'unavailable',
  'too-many-requests': 'unavailable',
  'server-failed': 'unavailable',
  unreachable: 'unavailable',
  'too-slow': 'unavailable',
  'too-large': 'too-large',
  'wrong-type': 'unavailable',
  'too-many-redirects': 'unavailable',
  refused: 'unavailable',
} as const satisfies Record<string, ProblemKind>;

export type FetchFault = keyof typeof kindOfFault;

/** A request to another server that failed; the message names the server and says what to do. */
export class FetchProblem extends Problem {
  constructor(
    readonly fault: FetchFault,
    message: string,
    options: ErrorOptions & {
      /** The status that the server answered with. */
      readonly status?: number;
      /** How long the server asks to wait. */
      readonly retryAfterMs?: number;
    } = {},
  ) {
    const { status, retryAfterMs, ...rest } = options;
    super(kindOfFault[fault], message, { fault, status, retryAfterMs }, rest);
  }

  get retryAfterMs(): number | undefined {
    return this.extensions.retryAfterMs as number | undefined;
  }

  /** By its members, as {@link Problem}: bundles have classes of their own. */
  static override [Symbol.hasInstance](value: unknown): value is FetchProblem {
    return value instanceof Problem && 'fault' in value.extensions;
  }
}
