/**
 * How long a server asks to wait (RFC 9110, section 10.2.3): seconds, or a date.
 *
 * @returns undefined if the header is absent or cannot be read; 0 for a date that is past
 */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}
