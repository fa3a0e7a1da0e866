import { z } from 'zod';
import { listOf } from '../reading/json-fields';
import { linkedArtDetails, linkedArtObject } from '../reading/linked-art';
import { getOaiRecord, listOaiRecords } from '../reading/oai-list';
import { type Source } from '../source';

const oai = { address: 'https://data.rijksmuseum.nl/oai', prefix: 'edm' };
const search = 'https://data.rijksmuseum.nl/search/collection';
/** What a search may look in: `creator:Rembrandt van Rijn`. Without one it is the title. */
const searchFields =
  /^(title|creator|description|technique|material|objectNumber|creationDate|aboutActor):\s*(.+)$/;

const page = z.object({
  partOf: z.object({ totalItems: z.number().nullish() }).nullish(),
  next: z.object({ id: z.string() }).nullish(),
  orderedItems: listOf(z.object({ id: z.string() })),
});

/**
 * Documented at https://data.rijksmuseum.nl. Everything, or a set, comes by OAI-PMH with 50 whole records a page. A
 * search gives ids, and each work then takes two requests: Linked Art for what is known of it, and EDM for its picture
 * and the rights in that. The CC0 in a Linked Art record is that of the record itself.
 */
export const rijksmuseum: Source = {
  name: 'rijksmuseum',
  title: 'Rijksmuseum',
  choices: ['query', 'type', 'set'],
  examples: { query: 'creator:Rembrandt van Rijn', type: 'painting' },

  async list({ query, type, set }, cursor, client) {
    if (query === undefined && type === undefined) return listOaiRecords({ ...oai, set }, cursor, client);
    const parameters = new URLSearchParams({ imageAvailable: 'true' });
    if (type !== undefined) parameters.set('type', type);
    if (query !== undefined) {
      const [, field = 'title', words = query] = searchFields.exec(query) ?? [];
      parameters.set(field, words);
    }
    const { next, orderedItems, partOf } = await client.json(cursor ?? `${search}?${parameters}`, page);
    return {
      items: orderedItems.map(({ id }) => ({ kind: 'reference', id })),
      next: next?.id ?? null,
      total: partOf?.totalItems ?? null,
    };
  },

  async read(id, client, known) {
    const fresh = await client.jsonIfChanged(id, linkedArtObject, known);
    if (fresh === null) return { kind: 'unchanged' };
    const record = await getOaiRecord(oai, id, client);
    if (record.kind !== 'record')
      return { kind: 'read', item: { ...record, id }, validators: fresh.validators };
    const { rights, sourceUrl, collection } = record.details;
    const details = { ...record.details, ...linkedArtDetails(fresh.value), rights, sourceUrl, collection };
    return { kind: 'read', item: { ...record, id, details }, validators: fresh.validators };
  },
};
