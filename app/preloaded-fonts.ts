import { type Locale } from 'next-intl';

const newsreader = new URL('./latin-fonts/newsreader-latin-normal.woff2', import.meta.url);
const newsreaderItalic = new URL('./latin-fonts/newsreader-latin-italic.woff2', import.meta.url);
const instrumentSans = new URL(
  '../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
  import.meta.url,
);
const languageName = new URL('./japanese-fonts/language-name.woff2', import.meta.url);
const shipporiMincho = new URL('./japanese-fonts/shippori-mincho-first.woff2', import.meta.url);
const notoSansJp = new URL('./japanese-fonts/noto-sans-jp-first.woff2', import.meta.url);

/** The fonts that every page in a language shows, to be fetched together with its style sheet. */
const ofLanguage: Readonly<Record<Locale, readonly URL[]>> = {
  en: [newsreader, newsreaderItalic, instrumentSans, languageName],
  ja: [newsreader, instrumentSans, shipporiMincho, notoSansJp],
};

/** Their addresses on this site. */
export function preloadedFonts(locale: Locale): readonly string[] {
  return ofLanguage[locale].map(({ pathname }) => pathname);
}
