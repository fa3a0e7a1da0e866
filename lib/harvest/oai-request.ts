import { OaiError } from './oai-error';

export const oaiVerbs = [
  'GetRecord',
  'Identify',
  'ListIdentifiers',
  'ListMetadataFormats',
  'ListRecords',
  'ListSets',
] as const;
export type OaiVerb = (typeof oaiVerbs)[number];

export const metadataPrefixes = ['oai_dc', 'lido'] as const;
export type MetadataPrefix = (typeof metadataPrefixes)[number];

type OaiArgument = 'from' | 'identifier' | 'metadataPrefix' | 'resumptionToken' | 'set' | 'until';

/** The arguments of each verb (OAI-PMH 2.0, section 4). A resumption token stands alone. */
const allowed: Readonly<
  Record<OaiVerb, { readonly required: readonly OaiArgument[]; readonly optional: readonly OaiArgument[] }>
> = {
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [] },
  Identify: { required: [], optional: [] },
  ListIdentifiers: { required: ['metadataPrefix'], optional: ['from', 'until', 'set', 'resumptionToken'] },
  ListMetadataFormats: { required: [], optional: ['identifier'] },
  ListRecords: { required: ['metadataPrefix'], optional: ['from', 'until', 'set', 'resumptionToken'] },
  ListSets: { required: [], optional: ['resumptionToken'] },
};

export interface OaiRequest {
  readonly verb: OaiVerb;
  readonly arguments: Readonly<Partial<Record<OaiArgument, string>>>;
}

/** @throws OaiError `badVerb` or `badArgument` that names what is wrong and what is allowed */
export function parseOaiRequest(params: URLSearchParams): OaiRequest {
  const verbs = params.getAll('verb');
  const verb = oaiVerbs.find((known) => verbs.length === 1 && known === verbs[0]);
  if (verb === undefined)
    throw new OaiError(
      'badVerb',
      `verb: got "${verbs.join(', ').slice(0, 100)}"; allowed is one of ${oaiVerbs.join(', ')}.`,
    );
  const { required, optional } = allowed[verb];
  const given: Partial<Record<OaiArgument, string>> = {};
  for (const [name, value] of params) {
    if (name === 'verb') continue;
    const known = [...required, ...optional].find((one) => one === name);
    if (known === undefined)
      throw new OaiError(
        'badArgument',
        `${verb} has no argument "${name.slice(0, 40)}". Allowed: ${[...required, ...optional].join(', ') || 'none'}.`,
      );
    if (given[known] !== undefined) throw new OaiError('badArgument', `${name} is given more than once.`);
    given[known] = value;
  }
  if (given.resumptionToken !== undefined) {
    if (Object.keys(given).length > 1)
      throw new OaiError('badArgument', 'resumptionToken is exclusive: leave out the other arguments.');
    return { verb, arguments: given };
  }
  for (const name of required)
    if (given[name] === undefined) throw new OaiError('badArgument', `${verb} needs the argument ${name}.`);
  return { verb, arguments: given };
}

/** @throws OaiError `cannotDisseminateFormat` */
export function parseMetadataPrefix(text: string | undefined): MetadataPrefix {
  const known = metadataPrefixes.find((prefix) => prefix === text);
  if (known === undefined)
    throw new OaiError(
      'cannotDisseminateFormat',
      `metadataPrefix: got "${(text ?? '').slice(0, 40)}"; allowed is one of ${metadataPrefixes.join(', ')}.`,
    );
  return known;
}

/**
 * The bounds of a selective list, both within it.
 * @throws OaiError `badArgument` for what is no UTC date, different granularities, or an end before the start
 */
export function parseBounds({ from, until }: OaiRequest['arguments']): {
  from: Date | null;
  until: Date | null;
} {
  if (from !== undefined && until !== undefined && from.length !== until.length)
    throw new OaiError('badArgument', 'from and until have different granularities.');
  const bounds = { from: parseDate('from', from, '00:00:00'), until: parseDate('until', until, '23:59:59') };
  if (bounds.from && bounds.until && bounds.from > bounds.until)
    throw new OaiError('badArgument', `from (${from}) is later than until (${until}).`);
  return bounds;
}

function parseDate(name: string, text: string | undefined, time: string): Date | null {
  if (text === undefined) return null;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const date = new Date(isDay ? `${text}T${time}Z` : text);
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text);
  if ((!isDay && !isMoment) || Number.isNaN(date.getTime()) || !oaiDate(date).startsWith(text.slice(0, 10)))
    throw new OaiError(
      'badArgument',
      `${name}: got "${text.slice(0, 40)}"; allowed is YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.`,
    );
  return date;
}

/** `2026-11-26T08:00:00Z` */
export function oaiDate(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
