import path from 'node:path';
import { readList } from '@/lib/lists/list';
import { type SourceItem } from '../record';
import { type Source } from '../source';
import { inLanguage } from '../reading/json-fields';
import { makerFromText } from '../reading/maker-text';

/** The committed list of works that a new site begins with: samples/starter/README.md says how it was made. */
export const starterList = path.join('samples', 'starter', 'works.csv');

/** Whose picture each is; by these names a later import of the museum itself knows its works. */
const owners: Readonly<Record<string, string>> = {
  met: 'The Metropolitan Museum of Art',
  nga: 'National Gallery of Art, Washington',
  cleveland: 'The Cleveland Museum of Art',
  rijksmuseum: 'Rijksmuseum',
  artic: 'The Art Institute of Chicago',
  smk: 'SMK, the National Gallery of Denmark',
  mia: 'Minneapolis Institute of Art',
};

/** About 300 paintings of open collections, across movements, centuries and continents. */
export const starter: Source = {
  name: 'starter',
  title: 'The starter collection',
  choices: [],
  paces: {
    'images.metmuseum.org': { concurrent: 2, everyMs: 200 },
    'www.artic.edu': { concurrent: 1, everyMs: 1000 },
  },

  async list() {
    const { rows } = await readList(starterList);
    return { items: rows.map(({ file, values }) => workOf(file, values)), next: null, total: rows.length };
  },
};

function workOf(pictureUrl: string, values: Readonly<Record<string, string>>): SourceItem {
  const { museum = '', id = '', title = '', artist, date, movement, rights, page, accession } = values;
  const maker = makerFromText(artist);
  return {
    kind: 'record',
    source: museum,
    id,
    pictureUrl,
    details: {
      titles: inLanguage('en', title),
      makers: maker === null ? [] : [maker],
      movements: movement ? [movement] : [],
      dateText: date ?? null,
      objectKind: 'Painting',
      collection: owners[museum] ?? museum,
      accessionNumber: accession || null,
      rights: rights ?? null,
      sourceUrl: page ?? null,
    },
  };
}
