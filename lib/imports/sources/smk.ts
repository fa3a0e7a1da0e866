import { z } from 'zod';
import { type SourceItem } from '../record';
import { type Source } from '../source';
import { pageAtOffset } from '../reading/pages';
import {
  id,
  inLanguage,
  listOf,
  englishFirst,
  readItem,
  text,
  texts,
  withoutPicture,
  textFields,
} from '../reading/json-fields';
import { nameInOrder } from '../reading/maker-text';
import { iiifPicture } from '../reading/iiif-picture';
import { smkSize } from '../reading/smk-size';
import { dated, yearIn } from '../reading/years-text';

const pageSize = 100;

const page = z.object({ found: z.number(), items: z.array(z.unknown()) });
const artwork = z.object({
  object_number: id,
  titles: listOf(z.object({ title: text, translation: text, language: text })),
  production: listOf(
    z.object(
      textFields('creator creator_role creator_nationality creator_date_of_birth creator_date_of_death'),
    ),
  ),
  production_date: listOf(z.object({ start: text, end: text, period: text })),
  techniques: listOf(z.union([text, z.object({ technique: text }).transform(({ technique }) => technique)])),
  medium: texts,
  dimensions: listOf(z.object({ part: text, type: text, unit: text, value: z.coerce.number() })),
  object_names: listOf(z.object({ name: text })),
  credit_line: texts,
  content_subject: texts,
  ...textFields('rights image_iiif_id image_native image_thumbnail frontend_url responsible_department'),
});
type Work = z.infer<typeof artwork>;

/** Documented at https://api.smk.dk. Its texts are Danish. */
export const smk: Source = {
  name: 'smk',
  title: 'SMK, the National Gallery of Denmark',
  choices: ['query', 'type'],
  examples: { type: 'maleri' },

  async list({ query, type, openOnly }, cursor, client) {
    const offset = Number(cursor ?? 0);
    const filters = ['[has_image:true]'];
    if (openOnly) filters.push('[public_domain:true]');
    if (type !== undefined) filters.push(`[object_names:${type}]`);
    const parameters = new URLSearchParams({
      keys: query ?? '*',
      filters: filters.join(','),
      offset: String(offset),
      rows: String(pageSize),
    });
    const { found, items } = await client.json(`https://api.smk.dk/api/v1/art/search/?${parameters}`, page);
    return pageAtOffset(
      offset,
      items.map((entry) => readItem(entry, artwork, 'object_number', workOf)),
      found,
    );
  },
};

function workOf(work: Work): SourceItem {
  const scaled = work.image_iiif_id === null ? null : iiifPicture(work.image_iiif_id);
  const pictureUrl = scaled ?? work.image_thumbnail ?? work.image_native;
  if (pictureUrl === null) return withoutPicture(work.object_number);
  const [date] = work.production_date;
  return {
    kind: 'record',
    id: work.object_number,
    pictureUrl,
    details: {
      titles: titlesOf(work),
      makers: work.production.flatMap((maker) =>
        maker.creator === null
          ? []
          : {
              name: nameInOrder(maker.creator),
              role: maker.creator_role,
              nationality: maker.creator_nationality,
              birthYear: yearIn(maker.creator_date_of_birth),
              deathYear: yearIn(maker.creator_date_of_death),
            },
      ),
      subjects: work.content_subject,
      ...dated(date?.period, yearIn(date?.start), yearIn(date?.end)),
      medium: work.medium[0] ?? null,
      technique: work.techniques.filter(Boolean).join(', ') || null,
      heightCm: smkSize(work.dimensions, 'hojde'),
      widthCm: smkSize(work.dimensions, 'bredde'),
      objectKind: work.object_names[0]?.name ?? null,
      collection: smk.title,
      accessionNumber: work.object_number,
      creditLine: work.credit_line[0] ?? null,
      rights: work.rights,
      sourceUrl:
        work.frontend_url ?? `https://open.smk.dk/artwork/image/${encodeURIComponent(work.object_number)}`,
    },
  };
}

function titlesOf({ titles, object_number }: Work) {
  const names: Readonly<Record<string, string>> = { dansk: 'da', engelsk: 'en', tysk: 'de', fransk: 'fr' };
  const known = titles.flatMap(({ title, translation, language }) => {
    const tag = names[language ?? 'dansk'] ?? language?.split('-')[0] ?? null;
    return inLanguage(tag, title ?? translation);
  });
  return known.length > 0 ? englishFirst(known) : inLanguage(null, object_number);
}
