// Cuts the Japanese fonts down to the characters of messages/ja.json, since the whole ones have over a megabyte each,
// and each of them into two files: `first` has what home, browse, a search and a work show, `rest` the others.
//   npm install --no-save subset-font@2.9.0 @fontsource/shippori-mincho@5.3.0 @fontsource/noto-sans-jp@5.3.0
//   node scripts/japanese-fonts.mjs [SITE...]
// With the addresses of running sites (one with the samples, one with real paintings), what those pages show is read from
// them and added to shown-first.json, since a page does not say everything at every visit. Without, that stays as it was.
// Characters of neither file, such as those of a work's title, come from the visitor's own fonts.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import prettier from 'prettier';
import subsetFont from 'subset-font';

const folder = 'app/japanese-fonts';
const fonts = [
  { name: 'shippori-mincho', weight: 500, weights: '400 700', family: 'Shippori Mincho' },
  { name: 'noto-sans-jp', weight: 400, weights: '400', family: 'Noto Sans JP' },
];
const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');
const sorted = (text) => [...new Set(text)].filter((one) => one >= '\u2000').sort();

const shownFile = `${folder}/shown-first.json`;
const sites = process.argv.slice(2);
const shown = JSON.parse(readFileSync(shownFile, 'utf8'));
const messages = readFileSync('messages/ja.json', 'utf8');
if (sites.length > 0) {
  const now = await shownFirst(sites);
  for (const { name } of fonts) shown[name] = sorted(shown[name] + now[name]).join('');
  writeFileSync(shownFile, `${JSON.stringify(shown, null, 2)}\n`);
}

// How near a hit is said to be depends on the hits.
shown['noto-sans-jp'] += JSON.stringify(JSON.parse(messages).strength);

// General and Japanese punctuation, the kana, what the pages say, and what dates and times are written with.
const characters = sorted(
  messages + range(0x3000, 0x3015) + range(0x3041, 0x30ff) + '年月日時分秒曜火水木金土午前後昨今明先来週間か',
);
writeFileSync(`${folder}/characters.txt`, `${characters.join('')}\n`);

let faces = `/*
 * Written by scripts/japanese-fonts.mjs. Only pages in Japanese name these fonts, and each file loads only where one of its
 * characters is shown. The first parts are preloaded, and nothing may change on the page if they are late; the others are
 * asked for so late that without a swap the page would show some characters in another font, or as boxes.
 */
`;
for (const { name, family, weight, weights } of fonts) {
  const first = characters.filter((one) => shown[name].includes(one));
  const parts = { first, rest: characters.filter((one) => !first.includes(one)) };
  for (const [part, ofPart] of Object.entries(parts)) {
    const file = `${name}-${part}.woff2`;
    writeFileSync(`${folder}/${file}`, await cut(name, weight, ofPart.join('')));
    faces += `
@font-face {
  font-family: '${family}';
  src: url('./${file}') format('woff2');
  font-weight: ${weights};
  font-display: ${part === 'first' ? 'optional' : 'swap'};
  unicode-range: ${unicodeRange(ofPart)};
}
`;
  }
}
const options = await prettier.resolveConfig(`${folder}/faces.css`);
writeFileSync(`${folder}/faces.css`, await prettier.format(faces, { ...options, parser: 'css' }));
// On pages in other languages, the name of this one in the switch.
writeFileSync(`${folder}/language-name.woff2`, await cut('noto-sans-jp', 400, '日本語'));

async function cut(name, weight, text) {
  const whole = readFileSync(
    `node_modules/@fontsource/${name}/files/${name}-japanese-${weight}-normal.woff2`,
  );
  const part = await subsetFont(whole, text, { targetFormat: 'woff2' });
  console.log(`${name}: ${[...text].length} characters, ${Math.round(part.length / 1024)} KiB`);
  return part;
}

/** `unicode-range` of sorted characters: neighbours as one range. */
function unicodeRange(ofPart) {
  const runs = [];
  for (const code of ofPart.map((one) => one.codePointAt(0))) {
    const last = runs.at(-1);
    if (last !== undefined && last.to === code - 1) last.to = code;
    else runs.push({ from: code, to: code });
  }
  const hex = (code) => code.toString(16).toUpperCase();
  return runs.map(({ from, to }) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(', ');
}

/** The characters that the first pages of a visit show, by font. */
async function shownFirst(addresses) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' });
  const page = await browser.newPage();
  const text = Object.fromEntries(fonts.map(({ name }) => [name, '']));
  for (const address of addresses) {
    await page.goto(new URL('/ja/browse', address).href);
    const links = await page.locator('main a[href*="/works/"]').all();
    const works = await Promise.all(links.slice(0, 8).map((link) => link.getAttribute('href')));
    // Several works, since what a search says depends on how near its hits are.
    const ofWorks = [...new Set(works)].flatMap((work) => {
      const id = new URL(work, address).pathname.split('/')[3];
      return [work, `/ja/search?style=${id}`, `/ja/search?content=${id}`];
    });
    for (const path of ['/ja', '/ja/browse', ...ofWorks]) {
      await page.goto(new URL(path, address).href);
      const onPage = await page.evaluate(textByFont, Object.keys(text));
      for (const name of Object.keys(text)) text[name] += onPage[name];
    }
  }
  await browser.close();
  return Object.fromEntries(Object.entries(text).map(([name, all]) => [name, sorted(all).join('')]));
}

/** In the page: its text, by the first of `names` that the font of its element names. */
function textByFont(names) {
  const found = Object.fromEntries(names.map((name) => [name, '']));
  const add = (element, text) => {
    const family = getComputedStyle(element)
      .fontFamily.toLowerCase()
      .replaceAll(/[^a-z]/g, '');
    const name = names.find((one) => family.includes(one.replaceAll('-', '')));
    if (name !== undefined) found[name] += text;
  };
  for (const element of document.body.querySelectorAll('*:not(script, style)'))
    for (const { nodeType, data } of element.childNodes) if (nodeType === Node.TEXT_NODE) add(element, data);
  for (const field of document.querySelectorAll('[placeholder]')) add(field, field.placeholder);
  return found;
}
