import { z } from 'zod';
import { Problem } from '@/lib/platform/problem';
import { type SourceItem } from '../record';
import { type Source } from '../source';
import {
  id,
  inLanguage,
  number,
  readItem,
  text,
  texts,
  withoutPicture,
  textFields,
} from '../reading/json-fields';
import { htmlText } from '../reading/html-text';
import { lifeFromText, makerFromText } from '../reading/maker-text';
import { sizeFromText } from '../reading/size-text';
import { dated } from '../reading/years-text';

const pageSize = 100;
/** A search goes no further; the list without a search does. */
const searchMax = 1000;

const page = z.object({
  pagination: z.object({ total: z.number(), current_page: z.number(), total_pages: z.number() }),
  data: z.array(z.unknown()),
  config: z.object({ iiif_url: z.string() }),
});
const fields = {
  id,
  ...textFields('title artist_title artist_display date_display'),
  date_start: number,
  date_end: number,
  ...textFields('medium_display dimensions artwork_type_title'),
  style_titles: texts,
  subject_titles: texts,
  ...textFields('place_of_origin main_reference_number credit_line'),
  is_public_domain: z.boolean().nullish(),
  image_id: text,
  thumbnail: z.object({ alt_text: text }).nullish(),
  short_description: text,
};
const artwork = z.object(fields);

/** Documented at https://api.artic.edu/docs. */
export const artic: Source = {
  name: 'artic',
  title: 'The Art Institute of Chicago',
  choices: ['query', 'department', 'type'],
  examples: { type: 'Painting' },
  paces: {
    'api.artic.edu': { concurrent: 1, everyMs: 1000 },
    'www.artic.edu': { concurrent: 1, everyMs: 1000 },
  },

  async list({ query, department, type, openOnly }, cursor, client) {
    const number = Number(cursor ?? 1);
    const parameters = new URLSearchParams({
      fields: Object.keys(fields).join(','),
      limit: String(pageSize),
      page: String(number),
    });
    const isSearch = query !== undefined || department !== undefined || type !== undefined;
    if (isSearch) {
      if (query !== undefined) parameters.set('q', query);
      const terms = [
        ...(openOnly ? [{ term: { is_public_domain: true } }] : []),
        ...(department === undefined ? [] : [{ match: { department_title: department } }]),
        ...(type === undefined ? [] : [{ match: { artwork_type_title: type } }]),
      ];
      parameters.set('query', JSON.stringify({ bool: { filter: terms } }));
    }
    const address = `https://api.artic.edu/api/v1/artworks${isSearch ? '/search' : ''}?${parameters}`;
    const { pagination, data, config } = await client.json(address, page);
    if (isSearch && cursor === null && pagination.total > searchMax)
      throw new Problem(
        'invalid-request',
        `${artic.title} gives at most ${searchMax} works of a search, and this one has ${pagination.total}. Narrow it by a query, a department or a type, or leave all three out to go through everything.`,
      );
    return {
      items: data.map((entry) => readItem(entry, artwork, 'id', (work) => workOf(work, config.iiif_url))),
      next: data.length > 0 && number < pagination.total_pages ? String(number + 1) : null,
      total: pagination.total,
    };
  },
};

function workOf(work: z.infer<typeof artwork>, iiif: string): SourceItem {
  if (work.image_id === null) return withoutPicture(work.id);
  const maker = makerFromText(work.artist_title);
  const life = lifeFromText(work.artist_display?.split('\n')[1]);
  return {
    kind: 'record',
    id: work.id,
    // The width that the museum asks for: it is in its cache.
    pictureUrl: `${iiif}/${work.image_id}/full/843,/0/default.jpg`,
    details: {
      titles: inLanguage('en', work.title ?? 'Untitled'),
      makers: maker === null ? [] : [{ ...maker, ...life }],
      movements: work.style_titles,
      subjects: work.subject_titles,
      ...dated(work.date_display, work.date_start, work.date_end),
      medium: work.medium_display,
      dimensionsText: work.dimensions,
      ...sizeFromText(work.dimensions),
      objectKind: work.artwork_type_title,
      placeMade: work.place_of_origin,
      collection: artic.title,
      accessionNumber: work.main_reference_number,
      creditLine: work.credit_line,
      rights: work.is_public_domain === true ? 'CC0' : null,
      sourceUrl: `https://www.artic.edu/artworks/${work.id}`,
      // "A work made of oil on canvas." stands where nobody has described the picture.
      altTexts: inLanguage('en', work.thumbnail?.alt_text?.replace(/^A work made of .*$/, '')),
      // The long description is CC BY, and so is left out.
      descriptions: inLanguage('en', htmlText(work.short_description)),
    },
  };
}
