// Cuts the Japanese fonts down to the characters of messages/ja.json, since the whole ones have over a megabyte each:
//   npm install --no-save subset-font@2.9.0 @fontsource/shippori-mincho@5.3.0 @fontsource/noto-sans-jp@5.3.0
//   node scripts/japanese-fonts.mjs
// Other characters, such as those of a work's title, come from the visitor's own fonts.
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');
// General and Japanese punctuation, the kana, what the pages say, and what dates and times are written with.
const text =
  readFileSync('messages/ja.json', 'utf8') +
  range(0x3000, 0x3015) +
  range(0x3041, 0x30ff) +
  '年月日時分秒曜火水木金土午前後昨今明先来週間か';
const characters = [...new Set(text)].filter((one) => one >= '\u2000').sort();

for (const name of ['shippori-mincho-japanese-500', 'noto-sans-jp-japanese-400']) {
  const font = name.replace(/-japanese-\d+$/, '');
  const whole = readFileSync(`node_modules/@fontsource/${font}/files/${name}-normal.woff2`);
  const part = await subsetFont(whole, characters.join(''), { targetFormat: 'woff2' });
  writeFileSync(`app/japanese-fonts/${font}.woff2`, part);
  console.log(`${font}: ${characters.length} characters, ${Math.round(part.length / 1024)} KiB`);
}
// On pages in other languages, the name of this one in the switch.
const name = await subsetFont(
  readFileSync('node_modules/@fontsource/noto-sans-jp/files/noto-sans-jp-japanese-400-normal.woff2'),
  '日本語',
  { targetFormat: 'woff2' },
);
writeFileSync('app/japanese-fonts/language-name.woff2', name);
writeFileSync('app/japanese-fonts/characters.txt', `${characters.join('')}\n`);
