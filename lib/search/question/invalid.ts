import { Problem } from '@/lib/platform/problem';

/** The refusal of a parameter: what was wrong, with which value, and what is allowed. */
export function invalid(parameter: string, value: string, allowed: string): Problem {
  const shown = value.length > 100 ? `${value.slice(0, 100)}…` : value;
  return new Problem('invalid-request', `${parameter}: got "${shown}"; allowed is ${allowed}.`, {
    code: 'invalid-parameter',
    parameter,
    value: shown,
    allowed,
  });
}

/** The value of a parameter that may be given once; '' if it is absent. @throws Problem `invalid-request` */
export function single(params: URLSearchParams, name: string): string {
  const values = params.getAll(name);
  if (values.length > 1) throw invalid(name, values.join(', '), 'one value');
  return values[0]?.trim() ?? '';
}

/** The order of code units, which is the same everywhere. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
