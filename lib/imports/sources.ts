import { museumClient } from '@/lib/platform/fetch/museum-client';
import { type WebClient } from '@/lib/platform/fetch/web-client';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { type Source } from './source';
import { readSourceName, type SourceName, sourceNames } from './source-names';
import { artic } from './sources/artic';
import { cleveland } from './sources/cleveland';
import { commons } from './sources/commons';
import { csv } from './sources/csv';
import { iiif } from './sources/iiif';
import { met } from './sources/met';
import { mia } from './sources/mia';
import { nga } from './sources/nga';
import { oai } from './sources/oai';
import { rijksmuseum } from './sources/rijksmuseum';
import { smk } from './sources/smk';
import { starter } from './sources/starter';

const byName: Readonly<Record<SourceName, Source>> = {
  met,
  cleveland,
  smk,
  rijksmuseum,
  nga,
  artic,
  mia,
  commons,
  iiif,
  oai,
  csv,
  starter,
};

export const sources: readonly Source[] = sourceNames.map((name) => byName[name]);

/** @throws Problem `invalid-request` that lists the sources */
export function sourceNamed(name: string): Source {
  return byName[readSourceName(name)];
}

/**
 * A client at the pace that a source's hosts ask for. Close it when the work is done.
 *
 * @throws Problem `invalid-request` if the source wants to know whom to write to and no setting says
 */
export function clientFor(source: Source): WebClient {
  checkContact(source);
  return museumClient(source.paces);
}

/** @throws Problem `invalid-request` if the source wants to know whom to write to and no setting says */
export function checkContact({ title, needsContact = false }: Source): void {
  if (needsContact && settings().contact === null)
    throw new Problem(
      'invalid-request',
      `${title} wants to know whom it can write to: set GAFU_CONTACT to an e-mail address or a page.`,
    );
}
