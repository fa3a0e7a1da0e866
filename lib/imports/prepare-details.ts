import { type ArtworkDetails } from '@/lib/catalog/artwork';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { type SourceDetails, type SourceText } from './record';

/** Museums write more than the catalogue holds; what a person writes too long is refused there, and here shortened. */
const charactersMax = {
  dateText: 100,
  medium: 200,
  technique: 200,
  dimensionsText: 500,
  objectKind: 100,
  collection: 200,
  accessionNumber: 100,
  creditLine: 500,
  rights: 200,
  placeMade: 200,
} as const;

/**
 * What a source says of a work, as the catalogue holds it.
 *
 * @throws Problem `invalid-request` naming what cannot be used
 */
export function prepareDetails(details: SourceDetails): ArtworkDetails {
  const { titles, descriptions = [], altTexts = [], makers = [], sourceUrl } = details;
  const lines = Object.entries(charactersMax).map(([name, max]) => [
    name,
    shortened(details[name as keyof typeof charactersMax] ?? null, max),
  ]);
  return parseArtworkDetails({
    ...details,
    ...Object.fromEntries(lines),
    titles: textsUpTo(titles, 300),
    descriptions: textsUpTo(descriptions, 5000),
    altTexts: textsUpTo(altTexts, 1000),
    movements: valuesUpTo(details.movements, 100, 20),
    genres: valuesUpTo(details.genres, 100, 20),
    subjects: valuesUpTo(details.subjects, 200, 50),
    makers: makers.slice(0, 20).map((maker) => ({
      ...maker,
      name: shortened(maker.name, 200),
      role: shortened(maker.role ?? null, 100),
      nationality: shortened(maker.nationality ?? null, 100),
    })),
    sourceUrl: sourceUrl && /^https?:\/\//i.test(sourceUrl) && sourceUrl.length <= 500 ? sourceUrl : null,
  });
}

function textsUpTo(texts: readonly SourceText[], max: number): SourceText[] {
  return texts.slice(0, 20).map(({ text, language }) => ({ text: shortened(text, max) ?? '', language }));
}

function valuesUpTo(values: readonly string[] | undefined, max: number, count: number): string[] {
  // A semicolon would cut a value in two.
  return (values ?? []).slice(0, count).map((value) => (shortened(value, max) ?? '').replaceAll(';', ','));
}

function shortened(text: string | null, max: number): string | null {
  if (text === null || text.normalize('NFC').length <= max) return text;
  return `${text
    .normalize('NFC')
    .slice(0, max - 1)
    .replace(/\s+\S*$/, '')}…`;
}
