import { Problem, type ProblemKind } from '@/lib/platform/problem';

export type ToWorker =
  { readonly type: 'setup'; readonly setup: unknown } | { readonly type: 'task'; readonly request: unknown };

export type FromWorker =
  | { readonly type: 'ready'; readonly ready: unknown }
  /** The setup failed; the process ends. */
  | { readonly type: 'refused'; readonly error: SentError }
  | { readonly type: 'done'; readonly response: unknown }
  | { readonly type: 'failed'; readonly error: SentError };

/** An error as it travels: structured clone would make a Problem a plain Error. */
export interface SentError {
  readonly kind: ProblemKind | null;
  readonly message: string;
  readonly stack: string | undefined;
  readonly extensions: Record<string, unknown>;
}

export function sentError(error: unknown): SentError {
  if (error instanceof Problem)
    return { kind: error.kind, message: error.message, stack: error.stack, extensions: error.extensions };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { kind: null, message, stack, extensions: {} };
}

export function errorFrom({ kind, message, stack, extensions }: SentError): Error {
  if (kind) return new Problem(kind, message, extensions);
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
