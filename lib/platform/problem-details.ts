import { log } from './log';
import { Problem, problemKinds } from './problem';
import { currentRequest } from './request-context';

/** The body of an `application/problem+json` answer, RFC 9457. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The request's path, when known. */
  readonly instance?: string;
  /** The same as in the log lines of this request. */
  readonly requestId?: string;
  readonly [extension: string]: unknown;
}

/**
 * What a client may know of an error. A {@link Problem} is passed on in full; anything else is a defect, which is logged
 * with its stack and answered by a 500 that gives nothing of the inside away.
 */
export function problemDetails(error: unknown, instance?: string): { status: number; body: ProblemDetails } {
  const requestId = currentRequest()?.id;
  const where = {
    ...(instance === undefined ? {} : { instance }),
    ...(requestId === undefined ? {} : { requestId }),
  };
  if (error instanceof Problem) {
    const { status, title } = problemKinds[error.kind];
    if (error.cause !== undefined) log.warn({ err: error.cause, ...where }, error.message);
    const body = {
      ...error.extensions,
      type: `urn:gafu:problem:${error.kind}`,
      title,
      status,
      detail: error.message,
    };
    return { status, body: { ...body, ...where } };
  }
  log.error({ err: error, ...where }, 'A request failed by a defect');
  const detail = 'Something went wrong on our side. It has been logged; trying again later may help.';
  return {
    status: 500,
    body: { type: 'about:blank', title: 'Internal server error', status: 500, detail, ...where },
  };
}

const unavailableSeconds = 5;

/** The headers of an answer with problem details; its status is of {@link problemDetails}. */
export function problemHeaders(error: unknown): Readonly<Record<string, string>> {
  return {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...retryAfter(error),
    ...challenge(error),
  };
}

/** What a program has to show, RFC 6750. */
function challenge(error: unknown): { 'WWW-Authenticate'?: string } {
  if (!(error instanceof Problem)) return {};
  if (error.kind === 'unauthenticated') return { 'WWW-Authenticate': 'Bearer' };
  const { scope } = error.extensions;
  if (error.kind !== 'forbidden' || typeof scope !== 'string') return {};
  return { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` };
}

/** `Retry-After` in seconds, if waiting helps: a problem may say how long, and every `unavailable` has one. */
export function retryAfter(error: unknown): { 'Retry-After'?: string } {
  if (!(error instanceof Problem)) return {};
  const { retryAfterSeconds = error.kind === 'unavailable' ? unavailableSeconds : undefined } =
    error.extensions;
  return retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
}
