/** What went wrong, in the words of HTTP; each kind has one status and one title. */
export const problemKinds = {
  'invalid-request': { status: 400, title: 'The request cannot be understood' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'This method is not possible here' },
  'too-slow': { status: 408, title: 'The upload was too slow' },
  conflict: { status: 409, title: 'Not possible in the present state' },
  gone: { status: 410, title: 'No longer here' },
  'too-large': { status: 413, title: 'Too large' },
  'unsupported-picture': { status: 415, title: 'Not a picture that Gafu can read' },
  'unreadable-picture': { status: 422, title: 'The picture is damaged' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Temporarily unavailable' },
} as const;

export type ProblemKind = keyof typeof problemKinds;

/**
 * The one error type for what a person did or can fix. The message is for that person: what was wrong, with
 * which value, what is allowed, what to do. Turned into HTTP (RFC 9457) or an exit code in one place each;
 * any other error is a defect and becomes a 500.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  /**
   * By its name: Next.js loads this module once for every bundle, and what one bundle has made (the process's
   * search index) may throw into another, whose class is not the same.
   */
  static override [Symbol.hasInstance](value: unknown): value is Problem {
    return value instanceof Error && value.name === 'Problem' && 'kind' in value && 'extensions' in value;
  }

  constructor(
    readonly kind: ProblemKind,
    message: string,
    /** Extension members of the problem details: machine-readable, e.g. `{ bytesMax: 26214400 }`. */
    readonly extensions: Record<string, unknown> = {},
    /** Its `cause` is for operators: shown by commands and the log, never to visitors. */
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
