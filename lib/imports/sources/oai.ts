import { type Source } from '../source';
import { listOaiRecords } from '../reading/oai-list';

/** Any repository that speaks OAI-PMH 2.0, with records in Dublin Core, EDM or LIDO. */
export const oai: Source = {
  name: 'oai',
  title: 'OAI-PMH',
  choices: ['address', 'prefix', 'set'],
  examples: { address: 'https://museum.example/oai' },
  needs: ['address'],
  list: ({ address = '', prefix = 'oai_dc', set }, cursor, client) =>
    listOaiRecords({ address, prefix, set }, cursor, client),
};
