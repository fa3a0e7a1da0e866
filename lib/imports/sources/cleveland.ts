import { z } from 'zod';
import { type SourceItem, type SourceMaker } from '../record';
import { type Source } from '../source';
import { pageAtOffset } from '../reading/pages';
import {
  id,
  inLanguage,
  listOf,
  number,
  readItem,
  text,
  texts,
  withoutPicture,
  textFields,
} from '../reading/json-fields';
import { makerFromText } from '../reading/maker-text';
import { sizeFromText } from '../reading/size-text';
import { dated } from '../reading/years-text';
import { htmlText } from '../reading/html-text';

const pageSize = 100;

const page = z.object({ info: z.object({ total: z.number() }), data: z.array(z.unknown()) });
const picture = z.object({ url: text }).nullish();
const artwork = z.object({
  accession_number: id,
  ...textFields('share_license_status title title_in_original_language creation_date'),
  creation_date_earliest: number,
  creation_date_latest: number,
  creators: listOf(
    z.object({ description: text, qualifier: text, role: text, birth_year: text, death_year: text }),
  ),
  culture: texts,
  ...textFields('technique type measurements creditline url wall_description'),
  images: z.object({ web: picture, print: picture }).nullish(),
});

/** Documented at https://openaccess-api.clevelandart.org. */
export const cleveland: Source = {
  name: 'cleveland',
  title: 'The Cleveland Museum of Art',
  choices: ['query', 'department', 'type'],
  examples: { department: 'American Painting and Sculpture', type: 'Painting' },

  async list({ query, department, type, openOnly }, cursor, client) {
    const skip = Number(cursor ?? 0);
    const parameters = new URLSearchParams({ has_image: '1', limit: String(pageSize), skip: String(skip) });
    if (openOnly) parameters.set('cc0', '1');
    if (query !== undefined) parameters.set('q', query);
    if (department !== undefined) parameters.set('department', department);
    if (type !== undefined) parameters.set('type', type);
    const address = `https://openaccess-api.clevelandart.org/api/artworks/?${parameters}`;
    const { info, data } = await client.json(address, page);
    return pageAtOffset(
      skip,
      data.map((entry) => readItem(entry, artwork, 'accession_number', workOf)),
      info.total,
    );
  },
};

function workOf(work: z.infer<typeof artwork>): SourceItem {
  const pictureUrl = work.images?.web?.url ?? work.images?.print?.url ?? null;
  if (pictureUrl === null) return withoutPicture(work.accession_number);
  return {
    kind: 'record',
    id: work.accession_number,
    pictureUrl,
    details: {
      titles: [
        ...inLanguage('en', work.title ?? 'Untitled'),
        ...inLanguage(null, work.title_in_original_language),
      ],
      makers: work.creators.flatMap((creator) => makerOf(creator)),
      ...dated(work.creation_date, work.creation_date_earliest, work.creation_date_latest),
      medium: work.technique,
      dimensionsText: work.measurements,
      ...sizeFromText(work.measurements),
      objectKind: work.type,
      placeMade: work.culture[0] ?? null,
      collection: cleveland.title,
      accessionNumber: work.accession_number,
      creditLine: work.creditline,
      rights: work.share_license_status === 'CC0' ? 'CC0' : work.share_license_status,
      sourceUrl: work.url ?? `https://clevelandart.org/art/${work.accession_number}`,
      descriptions: inLanguage('en', htmlText(work.wall_description)),
    },
  };
}

function makerOf(creator: z.infer<typeof artwork>['creators'][number]): SourceMaker[] {
  const named = [creator.qualifier, creator.description].filter((part) => part !== null).join(' ');
  const maker = creator.description === null ? null : makerFromText(named);
  if (maker === null) return [];
  const { birthYear = null, deathYear = null } = maker;
  return [
    {
      ...maker,
      role: creator.role,
      birthYear: Number(creator.birth_year) || birthYear,
      deathYear: Number(creator.death_year) || deathYear,
    },
  ];
}
