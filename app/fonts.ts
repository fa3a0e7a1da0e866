import localFont from 'next/font/local';
import {
  notoSansJpFirst,
  notoSansJpRest,
  shipporiMinchoFirst,
  shipporiMinchoRest,
} from './japanese-fonts/fonts';

// Nothing is asked of another server. Newsreader is cut down to what the pages use (scripts/latin-fonts.mjs); Instrument
// Sans comes from its package. The extended Latin letters (names such as Čiurlionis, Hokusai's macrons) are separate
// files that load only where they occur.
// `optional`: a font that comes late is used from the next page on, so that no text moves while it is read.
// (Every value has to be written out: the compiler reads these calls without running them.)

const newsreader = localFont({
  src: [
    {
      path: './latin-fonts/newsreader-latin-normal.woff2',
      style: 'normal',
      weight: '400',
    },
    {
      path: './latin-fonts/newsreader-latin-italic.woff2',
      style: 'italic',
      weight: '400',
    },
  ],
  variable: '--newsreader',
  display: 'optional',
  adjustFontFallback: 'Times New Roman',
});

const newsreaderExtended = localFont({
  src: [
    {
      path: './latin-fonts/newsreader-latin-ext-normal.woff2',
      style: 'normal',
      weight: '400',
    },
    {
      path: './latin-fonts/newsreader-latin-ext-italic.woff2',
      style: 'italic',
      weight: '400',
    },
  ],
  variable: '--newsreader-extended',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
});

const instrument = localFont({
  src: '../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
  weight: '400 700',
  variable: '--instrument',
  display: 'optional',
});

const instrumentExtended = localFont({
  src: '../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-ext-wght-normal.woff2',
  weight: '400 700',
  variable: '--instrument-extended',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
});

// The name of Japanese in the switch of an English page.
const languageName = localFont({
  src: './japanese-fonts/language-name.woff2',
  weight: '400',
  variable: '--language-name',
  display: 'optional',
  adjustFontFallback: false,
});

/** Class names that define the font variables which globals.css composes. */
export const fontVariables = [
  newsreader,
  newsreaderExtended,
  instrument,
  instrumentExtended,
  shipporiMinchoFirst,
  shipporiMinchoRest,
  notoSansJpFirst,
  notoSansJpRest,
  languageName,
]
  .map((font) => font.variable)
  .join(' ');
