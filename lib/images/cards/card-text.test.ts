import sharp from 'sharp';
import { drawText, type TextBox } from './card-text';

const box: TextBox = { width: 400, heightMax: 120, sizes: [40, 30], colour: '#000000' };

/** The alpha of every pixel: what was drawn, whatever its colour. */
async function shape(text: string): Promise<string | null> {
  const drawn = await drawText(text, box);
  return drawn && (await sharp(drawn.bytes).extractChannel(3).raw().toBuffer()).toString('base64');
}

test('Japanese is drawn with its own glyphs, not with boxes for what is missing', async () => {
  const titles = ['冨嶽三十六景', '神奈川沖浪裏', 'たわむれ', 'カゼノカミ'];
  const shapes = await Promise.all(titles.map(shape));
  expect(new Set(shapes).size).toBe(titles.length);
  expect(shapes).not.toContain(null);
});

test('Latin with accents, Cyrillic and Vietnamese are drawn', async () => {
  for (const [one, other] of [
    ['Dürer', 'Durer'],
    ['Весна', 'Везна'],
    ['Nguyễn', 'Nguyen'],
  ] as const)
    expect(await shape(one)).not.toBe(await shape(other));
});

test('characters without a glyph are left out, and a text of them alone is not drawn', async () => {
  expect(await shape('Sea 바다')).toBe(await shape('Sea'));
  expect(await drawText('바다', box)).toBeNull();
});

test('markup is shown as it is', async () => {
  expect(await shape('<b>A</b> & B')).not.toBe(await shape('A & B'));
});

test('a long text becomes smaller, and is cut if that is not enough', async () => {
  for (const text of ['A very long title that goes on '.repeat(20), '長い題名'.repeat(80), 'x'.repeat(300)]) {
    const drawn = await drawText(text, box);
    expect(drawn?.height).toBeLessThanOrEqual(box.heightMax);
    expect(drawn?.width).toBeLessThanOrEqual(box.width);
  }
});
