import { inLanguage } from './in-language';
import { unknownMaker } from '@/lib/ingest/detail-lists';
import { type MakerCredit } from './maker';

const maker = (name: string, ...otherNames: string[]): MakerCredit => ({ ...unknownMaker, name, otherNames });
const work = {
  titles: [
    { text: 'The Great Wave', language: 'en' },
    { text: 'Kanagawa oki nami ura', language: 'ja-Latn' },
    { text: '神奈川沖浪裏', language: 'ja' },
  ],
  makers: [maker('Katsushika Hokusai', 'Hokusai', '葛飾北斎'), maker('Claude Monet', 'Oscar-Claude Monet')],
  descriptions: [
    { text: 'A wave.', language: null },
    { text: '波。', language: 'ja-JP' },
  ],
  altTexts: [{ text: 'A large wave', language: 'en' }],
};

test('a reader of Japanese sees Japanese texts first, and names in Japanese', () => {
  const shown = inLanguage(work, 'ja');
  expect(shown.titles.map(({ text }) => text)).toEqual([
    '神奈川沖浪裏',
    'The Great Wave',
    'Kanagawa oki nami ura',
  ]);
  expect(shown.descriptions[0]?.text).toBe('波。');
  expect(shown.altTexts[0]?.text).toBe('A large wave');
  expect(shown.makers.map(({ name, shownName }) => [name, shownName])).toEqual([
    ['Katsushika Hokusai', '葛飾北斎'],
    ['Claude Monet', undefined],
  ]);
});

test('a reader of English sees English first, whatever the main title is', () => {
  const main = { ...work, titles: [...work.titles].reverse() };
  expect(inLanguage(main, 'en').titles[0]?.text).toBe('The Great Wave');
  expect(inLanguage(main, 'en').makers[0]?.shownName).toBeUndefined();
  expect(inLanguage(main, 'fr').titles).toEqual(main.titles);
});
