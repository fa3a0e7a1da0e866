import { type LocalText } from '@/lib/catalog/artwork';

/** Texts by language (Presentation 3.0, 4.1); `none` where the language is not known. */
export type LanguageMap = Readonly<Record<string, readonly string[]>>;

/** Of texts whose languages may be known. */
export function languageMap(texts: readonly LocalText[]): LanguageMap {
  const map = new Map<string, string[]>();
  for (const { text, language } of texts) {
    const tag = language ?? 'none';
    map.set(tag, [...(map.get(tag) ?? []), text]);
  }
  return Object.fromEntries(map);
}

/** Of words of this site. */
export function inEnglish(...texts: readonly string[]): LanguageMap {
  return { en: texts };
}
