import { APIError } from 'better-auth/api';
import { Problem } from '@/lib/platform/problem';

/** Rethrows an error of better-auth: the Problem that caused it, if there is one. For `.catch`. */
export function asAuthProblem(error: unknown): never {
  const cause = error instanceof APIError ? (error.body?.cause ?? error.cause) : error;
  if (cause instanceof Problem) throw cause;
  throw error;
}
