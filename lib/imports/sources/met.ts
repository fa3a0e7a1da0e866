import { z } from 'zod';
import { FetchProblem } from '@/lib/platform/fetch/fetch-problem';
import { type SourceItem, type SourceMaker } from '../record';
import { type Source } from '../source';
import { pageOfWhole } from '../reading/pages';
import {
  inLanguage,
  listOf,
  number,
  readItem,
  text,
  withoutPicture,
  textFields,
} from '../reading/json-fields';
import { makerFromText, ulanIdIn, wikidataIdIn } from '../reading/maker-text';
import { metApi, metListAddress } from '../reading/met-search';
import { sizeFromText } from '../reading/size-text';
import { dated } from '../reading/years-text';

const pageSize = 100;

const found = z.object({ objectIDs: listOf(z.number()) });
const object = z.object({
  objectID: z.number(),
  isPublicDomain: z.boolean().nullish(),
  ...textFields(
    'primaryImage primaryImageSmall title artistDisplayName artistDisplayBio artistPrefix',
    'artistRole artistNationality artistBeginDate artistEndDate artistWikidata_URL',
    'artistULAN_URL objectDate',
  ),
  objectBeginDate: number,
  objectEndDate: number,
  ...textFields(
    'medium dimensions classification objectName culture accessionNumber creditLine',
    'repository',
  ),
  tags: listOf(z.object({ term: text })),
});

/** Documented at https://metmuseum.github.io. Its lists are ids alone, and all of them in one answer. */
export const met: Source = {
  name: 'met',
  title: 'The Metropolitan Museum of Art',
  choices: ['query', 'department', 'type'],
  examples: { department: 'European Paintings', type: 'Paintings' },
  // 80 a second by the documentation, and yet a robot check after some thirty quick ones.
  paces: { 'collectionapi.metmuseum.org': { concurrent: 1, everyMs: 250 } },

  async list(choice, cursor, client) {
    const { objectIDs } = await client.json(await metListAddress(choice, client), found);
    const works = objectIDs.map((id): SourceItem => ({ kind: 'reference', id: String(id) }));
    return pageOfWhole(works, cursor, pageSize);
  },

  async read(id, client, known) {
    try {
      const fresh = await client.jsonIfChanged(`${metApi}/objects/${id}`, z.unknown(), known);
      if (fresh === null) return { kind: 'unchanged' };
      return {
        kind: 'read',
        item: readItem(fresh.value, object, 'objectID', workOf),
        validators: fresh.validators,
      };
    } catch (error) {
      if (!(error instanceof FetchProblem) || error.fault !== 'not-found') throw error;
      return { kind: 'read', item: { kind: 'gone', id }, validators: { etag: null, lastModified: null } };
    }
  },
};

function workOf(work: z.infer<typeof object>): SourceItem {
  const id = String(work.objectID);
  const pictureUrl = work.primaryImageSmall ?? work.primaryImage;
  if (pictureUrl === null) return withoutPicture(id);
  return {
    kind: 'record',
    id,
    // The originals have 10 to 20 MB, and this host does not scale.
    pictureUrl,
    details: {
      titles: inLanguage('en', work.title ?? work.objectName ?? 'Untitled'),
      makers: makersOf(work),
      subjects: work.tags.flatMap(({ term }) => term ?? []),
      ...dated(work.objectDate, work.objectBeginDate, work.objectEndDate),
      medium: work.medium,
      dimensionsText: work.dimensions,
      ...sizeFromText(work.dimensions),
      objectKind: work.objectName ?? work.classification,
      placeMade: work.culture,
      collection: work.repository ?? met.title,
      accessionNumber: work.accessionNumber,
      creditLine: work.creditLine,
      rights: work.isPublicDomain === true ? 'https://creativecommons.org/publicdomain/zero/1.0/' : null,
      // The address in the record has named a test host of the museum at times.
      sourceUrl: `https://www.metmuseum.org/art/collection/search/${id}`,
    },
  };
}

function makersOf(work: z.infer<typeof object>): SourceMaker[] {
  const named = [work.artistPrefix, work.artistDisplayName].filter((part) => part !== null).join(' ');
  const maker = work.artistDisplayName === null ? null : makerFromText(named);
  if (maker === null) return [];
  const year = (value: string | null) => (/^\d{3,4}$/.test(value ?? '') ? Number(value) : null);
  return [
    {
      ...maker,
      role: work.artistRole,
      nationality: work.artistNationality,
      birthYear: year(work.artistBeginDate),
      deathYear: year(work.artistEndDate),
      wikidataId: wikidataIdIn(work.artistWikidata_URL),
      ulanId: ulanIdIn(work.artistULAN_URL),
    },
  ];
}
