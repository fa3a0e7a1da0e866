import { type ArtworkDetails } from '@/lib/catalog/artwork';
import { aliases } from '../flat-details';

/** The columns of a list of works; only `file` must be there. */
export const workColumns = [
  'file',
  'title',
  'artist',
  'movement',
  'genre',
  'subject',
  'year',
  'medium',
  'technique',
  'dimensions',
  'height_cm',
  'width_cm',
  'kind',
  'place_made',
  'collection',
  'accession_number',
  'credit_line',
  'description',
  'alt_text',
  'source',
  'rights',
] as const;
export type WorkColumn = (typeof workColumns)[number];

/** Which column each detail of a work is read from. `source` holds an address, or else the name of a collection. */
export const columnOfDetail = {
  titles: 'title',
  makers: 'artist',
  movements: 'movement',
  genres: 'genre',
  subjects: 'subject',
  dateText: 'year',
  year: 'year',
  medium: 'medium',
  technique: 'technique',
  dimensionsText: 'dimensions',
  heightCm: 'height_cm',
  widthCm: 'width_cm',
  objectKind: 'kind',
  placeMade: 'place_made',
  collection: 'collection',
  accessionNumber: 'accession_number',
  creditLine: 'credit_line',
  descriptions: 'description',
  altTexts: 'alt_text',
  sourceUrl: 'source',
  rights: 'rights',
  rightsUrl: 'rights',
} as const satisfies Record<keyof ArtworkDetails, WorkColumn>;

export const isWorkColumn = (name: string): name is WorkColumn =>
  workColumns.some((column) => column === name);

/** What else a column may be called, in lower case: as the API names the detail, or by one of its other names there. */
const columnOfOtherName: ReadonlyMap<string, WorkColumn> = new Map(
  Object.entries(columnOfDetail).flatMap(([detail, column]) =>
    [detail, ...(aliases[detail] ?? [])].map((name) => [name.toLowerCase(), column] as const),
  ),
);

/**
 * Which column of a list each of these names stands for. A column counts once: its own name before others, and of others
 * the first.
 * @param names as in the list
 * @returns by name; those that stand for no column are left out
 */
export function workColumnsNamed(names: readonly string[]): ReadonlyMap<string, WorkColumn> {
  const found = new Map<string, WorkColumn>();
  const take = (columnOf: (name: string) => WorkColumn | undefined) => {
    for (const name of names) {
      const column = columnOf(name.trim().toLowerCase());
      if (column !== undefined && ![...found.values()].includes(column)) found.set(name, column);
    }
  };
  take((name) => workColumns.find((column) => column === name));
  take((name) => columnOfOtherName.get(name));
  return found;
}
