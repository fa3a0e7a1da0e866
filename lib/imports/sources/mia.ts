import { z } from 'zod';
import { type SourceItem, type SourceMaker } from '../record';
import { type Source } from '../source';
import { pageAtOffset } from '../reading/pages';
import { inLanguage, readItem, textFields, withoutPicture } from '../reading/json-fields';
import { lifeFromText, makerFromText } from '../reading/maker-text';
import { sizeFromText } from '../reading/size-text';
import { dated } from '../reading/years-text';

const pageSize = 100;

const page = z.object({
  hits: z.object({
    total: z.union([z.number(), z.object({ value: z.number() }).transform(({ value }) => value)]),
    hits: z.array(z.object({ _source: z.unknown() })),
  }),
});
const artwork = z.object({
  /** `http://api.artsmia.org/objects/1218` in the files, `1218` in the search. */
  id: z
    .union([z.string(), z.number()])
    .transform((value) => /\d+$/.exec(String(value))?.[0] ?? String(value)),
  ...textFields(
    'title artist life_date role nationality dated medium dimension style classification',
    'object_name country creditline accession_number description rights_type image',
  ),
});

/** The search behind https://collections.artsmia.org; its entries are the files of github.com/artsmia/collection. */
export const mia: Source = {
  name: 'mia',
  title: 'Minneapolis Institute of Art',
  choices: ['query', 'department', 'type'],
  examples: { department: 'European Art', type: 'Paintings' },

  async list({ query, department, type, openOnly }, cursor, client) {
    const from = Number(cursor ?? 0);
    const filters = [
      'image:valid',
      ...(openOnly ? ['rights_type:"Public Domain"'] : []),
      ...(type === undefined ? [] : [`classification:"${type}"`]),
      ...(department === undefined ? [] : [`department:"${department}"`]),
    ].join(' ');
    const parameters = new URLSearchParams({ size: String(pageSize), from: String(from), filters });
    const address = `https://search.artsmia.org/${encodeURIComponent(query ?? '*')}?${parameters}`;
    const { hits } = await client.json(address, page);
    return pageAtOffset(
      from,
      hits.hits.map(({ _source }) => readItem(_source, artwork, 'id', workOf)),
      hits.total,
    );
  },
};

function workOf(work: z.infer<typeof artwork>): SourceItem {
  if (work.image !== 'valid') return withoutPicture(work.id);
  return {
    kind: 'record',
    id: work.id,
    pictureUrl: `https://${Number(work.id) % 7}.api.artsmia.org/800/${work.id}.jpg`,
    details: {
      titles: inLanguage('en', work.title ?? 'Untitled'),
      makers: makersOf(work),
      ...dated(work.dated, null, null),
      medium: work.medium,
      dimensionsText: work.dimension,
      ...sizeFromText(work.dimension),
      objectKind: work.object_name ?? work.classification,
      placeMade: work.country,
      collection: mia.title,
      accessionNumber: work.accession_number,
      creditLine: work.creditline,
      rights: work.rights_type === 'Public Domain' ? 'Public Domain Mark 1.0' : work.rights_type,
      sourceUrl: `https://collections.artsmia.org/art/${work.id}`,
      altTexts: inLanguage('en', work.description),
    },
  };
}

function makersOf(work: z.infer<typeof artwork>): SourceMaker[] {
  const maker = makerFromText(work.artist);
  if (maker === null) return [];
  const { birthYear, deathYear } = lifeFromText(work.life_date);
  return [{ ...maker, birthYear, deathYear, nationality: work.nationality, role: work.role ?? maker.role }];
}
