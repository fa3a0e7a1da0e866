import { noSuch } from './reading/no-such';

/** What a person types for each source, in the order of the help: museums first, then standards. */
export const sourceNames = [
  'met',
  'cleveland',
  'smk',
  'rijksmuseum',
  'nga',
  'artic',
  'mia',
  'commons',
  'iiif',
  'oai',
  'csv',
  'starter',
] as const;
export type SourceName = (typeof sourceNames)[number];

/** @throws Problem `invalid-request` that lists the sources */
export function readSourceName(name: string): SourceName {
  const found = sourceNames.find((known) => known === name);
  if (found === undefined) throw noSuch('source', name, sourceNames);
  return found;
}
