import { type Artwork } from '@/lib/catalog/artwork';
import { isGivenTo, type MakerCredit } from '@/lib/catalog/maker';
import { type DescribedWork } from './described-work';

/** A work as a line of a list of references, without its address: "Hokusai, The Great Wave, 1830–32. The Met, JP1847." */
export function plainCitation({ artwork, makers, date }: DescribedWork): string {
  const { title, collection, accessionNumber } = artwork;
  const what = [makers, title, date].filter(Boolean).join(', ');
  const where = [collection, accessionNumber].filter(Boolean).join(', ');
  return [what, where].filter(Boolean).map(endWithPoint).join(' ');
}

/**
 * A work as an item of CSL-JSON (citeproc-js-docs: CSL-JSON markup).
 * @param url of its page
 */
export function cslItem(artwork: Artwork, url: string): Record<string, unknown> {
  const { id, title, collection, accessionNumber, medium, dimensionsText, yearFrom, yearTo } = artwork;
  const years = [yearFrom, yearTo].filter((year, at, all) => year !== null && all.indexOf(year) === at);
  return {
    id,
    type: 'graphic',
    title,
    author: artwork.makers.filter(isGivenTo).map(({ name }) => ({ literal: name })),
    ...(years.length > 0 && { issued: { 'date-parts': years.map((year) => [year]) } }),
    ...(medium !== null && { medium }),
    ...(dimensionsText !== null && { dimensions: dimensionsText }),
    ...(collection !== null && { archive: collection }),
    ...(accessionNumber !== null && { archive_location: accessionNumber }),
    URL: url,
  };
}

/** A work as an entry of BibTeX, which has no type for works of art: `@misc`. */
export function bibtex({ artwork, date }: DescribedWork, url: string): string {
  const { id, title, collection, accessionNumber, medium } = artwork;
  const fields: [string, string | null][] = [
    ['author', artwork.makers.filter(isGivenTo).map(bibtexName).join(' and ') || null],
    ['title', `{${escapeTex(title)}}`],
    ['year', date === null ? null : escapeTex(date)],
    ['howpublished', medium === null ? null : escapeTex(medium)],
    [
      'note',
      [collection, accessionNumber]
        .filter((text) => text !== null)
        .map(escapeTex)
        .join(', ') || null,
    ],
    ['url', url],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
  return `@misc{gafu-${id},\n${lines.join(',\n')}\n}\n`;
}

/** In braces: the name is printed as it is and not taken apart. */
function bibtexName({ name }: MakerCredit): string {
  return `{${escapeTex(name)}}`;
}

const texEscapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}~^$&#%_]/g, (character) => texEscapes[character] ?? `\\${character}`);
}

function endWithPoint(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
