import { type SourceItem } from '../record';
import { type ImportChoice, type Source } from '../source';
import { pageOfWhole } from '../reading/pages';
import { type SourceClient } from '../source-client';
import { iiifPicture } from '../reading/iiif-picture';
import { inLanguage } from '../reading/json-fields';
import { makerFromText } from '../reading/maker-text';
import { sizeFromText } from '../reading/size-text';
import { rowsOfTable, type TableRow } from '../reading/table-file';
import { dated } from '../reading/years-text';

const tables = 'https://raw.githubusercontent.com/NationalGalleryOfArt/opendata/main/data';
const pageSize = 200;

/** The museum's whole collection, joined once for each run. */
const joined = new WeakMap<SourceClient, Promise<readonly SourceItem[]>>();

/** The museum's CSV files, https://github.com/NationalGalleryOfArt/opendata: objects, their pictures and their terms. */
export const nga: Source = {
  name: 'nga',
  title: 'National Gallery of Art, Washington',
  choices: ['query', 'type'],
  examples: { type: 'Painting' },

  async list(choice, cursor, client) {
    const works = joined.get(client) ?? join(choice, client);
    joined.set(client, works);
    return pageOfWhole(await works, cursor, pageSize);
  },
};

async function join({ query, type, openOnly }: ImportChoice, client: SourceClient): Promise<SourceItem[]> {
  const pictures = new Map<string, TableRow>();
  for await (const row of rowsOfTable(`${tables}/published_images.csv`, 'nga', client))
    if (row.viewtype === 'primary' && (!openOnly || row.openaccess === '1') && row.depictstmsobjectid)
      pictures.set(row.depictstmsobjectid, row);
  const words = query?.toLowerCase();
  const objects: TableRow[] = [];
  for await (const row of rowsOfTable(`${tables}/objects.csv`, 'nga', client)) {
    if (!pictures.has(row.objectid ?? '') || (type !== undefined && row.classification !== type)) continue;
    if (words !== undefined && !`${row.title} ${row.attribution}`.toLowerCase().includes(words)) continue;
    objects.push(row);
  }
  const terms = new Map<string, TableRow[]>(objects.map((row) => [row.objectid ?? '', []]));
  for await (const row of rowsOfTable(`${tables}/objects_terms.csv`, 'nga', client))
    terms.get(row.objectid ?? '')?.push(row);
  return objects.flatMap((row) => {
    const picture = pictures.get(row.objectid ?? '');
    return picture === undefined ? [] : workOf(row, picture, terms.get(row.objectid ?? '') ?? []);
  });
}

function workOf(row: TableRow, picture: TableRow, terms: readonly TableRow[]): SourceItem {
  const termsOf = (...types: readonly string[]) =>
    terms.filter(({ termtype = '' }) => types.includes(termtype)).flatMap(({ term }) => term ?? []);
  const maker = makerFromText(row.attribution);
  const id = row.objectid ?? 'unknown';
  return {
    kind: 'record',
    id,
    pictureUrl: iiifPicture(picture.iiifurl ?? '', {
      width: Number(picture.width) || null,
      height: Number(picture.height) || null,
      maxWidth: Number(picture.maxpixels) || null,
    }),
    details: {
      titles: inLanguage('en', row.title || 'Untitled'),
      makers: maker === null ? [] : [maker],
      movements: termsOf('Style', 'School'),
      subjects: termsOf('Theme', 'Keyword'),
      ...dated(row.displaydate, Number(row.beginyear) || null, Number(row.endyear) || null),
      medium: row.medium || null,
      technique: termsOf('Technique').join(', ') || null,
      dimensionsText: row.dimensions || null,
      ...sizeFromText(row.dimensions),
      objectKind: row.classification || null,
      collection: nga.title,
      accessionNumber: row.accessionnum || null,
      creditLine: row.creditline || null,
      // Old snapshots lack the column; then nothing is known of the rights.
      rights: picture.openaccess === '1' ? 'CC0' : null,
      sourceUrl: `https://www.nga.gov/artworks/${id}`,
      altTexts: inLanguage('en', picture.assistivetext),
    },
  };
}
