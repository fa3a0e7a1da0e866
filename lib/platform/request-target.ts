/**
 * A request's path and query with every `%` that begins no UTF-8 character written as `%25`: a stray one means itself,
 * as in the URL standard. Next.js answers 500 for a path that cannot be decoded; with this, such an id is an unknown
 * one like any other. A backslash means itself too, and not a slash.
 */
export function decodableTarget(target: string): string {
  return target
    .replaceAll('\\', '%5C')
    .replace(/(?:%[0-9a-f]{2})+|%/gi, (escapes) =>
      isDecodable(escapes) ? escapes : escapes.replaceAll('%', '%25'),
    );
}

function isDecodable(escapes: string): boolean {
  try {
    decodeURIComponent(escapes);
    return true;
  } catch {
    return false;
  }
}
