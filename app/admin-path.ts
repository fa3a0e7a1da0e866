/** The path of one of the curators' pages, to go on to after signing in; null for anything else, other sites included. */
export function adminPath(text: string | readonly string[] | undefined): string | null {
  return typeof text === 'string' && /^\/admin(\/[\w-]+)*$/.test(text) ? text : null;
}
