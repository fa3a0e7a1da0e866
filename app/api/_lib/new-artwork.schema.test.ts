import { parseArtworkDetails } from '@/lib/ingest/details';
import { newArtworkFields, newArtworkSchema } from './new-artwork.schema';

const isAccepted = (fields: object) => {
  try {
    return parseArtworkDetails(fields) !== null;
  } catch {
    return false;
  }
};
const title = 'Under the Wave';

test.each<[string, object, boolean]>([
  ['a title', { title }, true],
  ['no title', {}, false],
  ['a blank title', { title: ' \u0000\u0085\ufeff' }, false],
  ['no titles', { title: [] }, false],
  ['300 characters outside the basic plane', { title: '𝔊'.repeat(300) }, true],
  ['301 characters', { title: '𝔊'.repeat(301) }, false],
  ['titles in languages', { title: [{ text: '神奈川沖浪裏', language: 'ja-Jpan' }, title] }, true],
  ['a language that is none', { title: [{ text: title, language: 'Japanese!' }] }, false],
  ['makers by name', { title, makers: 'Ada; Bea' }, true],
  [
    '21 makers in one text',
    { title, makers: Array.from({ length: 21 }, (_, n) => `M${n}`).join(';') },
    false,
  ],
  ['a maker without a name', { title, makers: [{ name: ' ' }] }, false],
  ['a movement of 101 characters', { title, movements: 'x'.repeat(101) }, false],
  ['two movements of 60 characters', { title, movements: `${'x'.repeat(60)};${'y'.repeat(60)}` }, true],
  ['51 subjects', { title, subjects: Array.from({ length: 51 }, (_, n) => `s${n}`) }, false],
  ...[1831, -40_000, 2100, '1831', ' -500 ', '0042', ''].map((year): [string, object, boolean] => [
    `the year ${JSON.stringify(year)}`,
    { title, year },
    true,
  ]),
  ...[0, 2101, -40_001, 1.5, '0', '2101', '-40001', '1e3', '0x10', '1.0', 'about 1831'].map(
    (year): [string, object, boolean] => [`the year ${JSON.stringify(year)}`, { title, year }, false],
  ),
  ...[73.5, 100_000, '73,5', '0.05', '.5', '100000,0', ' '].map((heightCm): [string, object, boolean] => [
    `the height ${JSON.stringify(heightCm)}`,
    { title, heightCm },
    true,
  ]),
  ...[0, -1, 100_001, '0', '0,0', '100000.1', '1e3', '73 cm', '-1'].map(
    (heightCm): [string, object, boolean] => [
      `the height ${JSON.stringify(heightCm)}`,
      { title, heightCm },
      false,
    ],
  ),
  ['an address', { title, sourceUrl: 'HTTPS://example.org/1' }, true],
  ['an address of another kind', { title, sourceUrl: 'javascript:alert(1)' }, false],
  ['an address of 501 characters', { title, rightsUrl: `https://example.org/${'x'.repeat(481)}` }, false],
])('The contract and the check agree on %s', (_, fields, allowed) => {
  expect(newArtworkSchema.safeParse(fields).success).toBe(allowed);
  if (Object.values(fields).every((value) => typeof value === 'string'))
    expect(newArtworkFields.safeParse(fields).success).toBe(allowed);
  expect(isAccepted(fields)).toBe(allowed);
});
