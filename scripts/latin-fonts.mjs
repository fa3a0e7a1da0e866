// Cuts Newsreader down to the one weight that the pages use, drawn for one size, since the variable font with both axes
// has six times the bytes:
//   npm install --no-save subset-font@2.9.0 @fontsource-variable/newsreader@5.3.0
//   node scripts/latin-fonts.mjs
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const source = 'node_modules/@fontsource-variable/newsreader';
/** Points: between the 14 of a caption and the 60 of the home page's heading. */
const opticalSize = 28;
/** More than the files have: what a file lacks is left out. */
const characters = Array.from({ length: 0xfffd - 0x20 }, (_, i) => i + 0x20)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCharCode(code))
  .join('');

for (const part of ['latin', 'latin-ext'])
  for (const style of ['normal', 'italic']) {
    const whole = readFileSync(`${source}/files/newsreader-${part}-opsz-${style}.woff2`);
    const cut = await subsetFont(whole, characters, {
      targetFormat: 'woff2',
      variationAxes: { wght: 400, opsz: opticalSize },
    });
    writeFileSync(`app/latin-fonts/newsreader-${part}-${style}.woff2`, cut);
    console.log(`${part}, ${style}: ${Math.round(cut.length / 1024)} KiB`);
  }
copyFileSync(`${source}/LICENSE`, 'app/latin-fonts/newsreader.LICENSE.txt');
