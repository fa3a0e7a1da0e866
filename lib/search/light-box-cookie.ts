import { isPictureId } from '@/lib/catalog/picture-id';

/** Works that a light box holds: its address stays short enough for every mail program. */
export const lightBoxMax = 40;

/** Of the cookie in which a browser keeps its light box. Scripts change it too. */
export const lightBoxCookie = 'light-box';

const separator = '.';

/** The works in a cookie, in their order; whatever can be no id is passed over. */
export function readLightBoxCookie(value: string | undefined): readonly string[] {
  return [...new Set((value ?? '').split(separator))].filter(isPictureId).slice(0, lightBoxMax);
}

/** For `Set-Cookie` and `document.cookie`: kept for a year; an empty light box is forgotten. */
export function lightBoxCookieLine(works: readonly string[]): string {
  const seconds = works.length === 0 ? 0 : 365 * 24 * 60 * 60;
  return `${lightBoxCookie}=${works.join(separator)}; Path=/; Max-Age=${seconds}; SameSite=Lax`;
}

/** With these works at its end. Those that it has stay where they are; those for which there is no room are left out. */
export function withWorks(works: readonly string[], added: readonly string[]): readonly string[] {
  return [...new Set([...works, ...added])].slice(0, lightBoxMax);
}
