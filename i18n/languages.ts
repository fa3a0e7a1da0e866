import { type Locale } from 'next-intl';

/** Each language by its own name, for those who read it. */
export const languageNames: Readonly<Record<Locale, string>> = { en: 'English', ja: '日本語' };
