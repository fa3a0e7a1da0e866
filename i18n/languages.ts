import { type Locale } from 'next-intl';

/** Each language by its own name, for those who read it. */
export const languageNames: Readonly<Record<Locale, string>> = { en: 'English', ja: '日本語' };

/** What is between two sentences: Japanese has a full stop as wide as a letter, and no space after it. */
export const sentenceGap: Readonly<Record<Locale, string>> = { en: ' ', ja: '' };
