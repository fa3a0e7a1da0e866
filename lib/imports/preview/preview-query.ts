import { Problem } from '@/lib/platform/problem';
import { isUploadedAddress } from '../reading/given-list';
import { choices, type ImportChoice, type Source } from '../source';
import { type PreviewPlace } from './preview';

/** What the address of a source's page, or its form, asks for. */
export interface PreviewQuery {
  readonly choice: ImportChoice;
  readonly place: PreviewPlace;
  /** Whether anything was asked for: the form may be sent empty. */
  readonly isAsked: boolean;
}

/** The name of the parameter with which works without an open licence come too. */
export const allRightsField = 'all-rights';

/**
 * @param params of an address, or the fields of a form
 * @throws Problem `invalid-request` for a list that was not uploaded: a page may not name files of the server
 */
export function parsePreviewQuery(source: Source, params: URLSearchParams): PreviewQuery {
  const given = source.choices.flatMap((name): [string, string][] => {
    const value = params.get(name)?.trim();
    return value ? [[name, value]] : [];
  });
  const choice: ImportChoice = { ...Object.fromEntries(given), openOnly: !params.has(allRightsField) };
  if (source.name === 'csv' && choice.address !== undefined && !isUploadedAddress(choice.address))
    throw new Problem('invalid-request', 'Upload the list: a page cannot read files of the server.');
  const from = Number(params.get('from'));
  return {
    choice,
    place: {
      cursor: params.get('cursor') || null,
      from: Number.isInteger(from) && from > 0 && from < 100_000 ? from : 0,
    },
    isAsked: params.has('search') || given.length > 0,
  };
}

/** What {@link parsePreviewQuery} reads again, as names and values. */
export function previewParameters({ choice, place }: Omit<PreviewQuery, 'isAsked'>): [string, string][] {
  const named = choices.flatMap((name): [string, string][] => {
    const value = choice[name];
    return value === undefined ? [] : [[name, value]];
  });
  return [
    ['search', '1'],
    ...named,
    ...(choice.openOnly ? [] : [[allRightsField, '1'] as [string, string]]),
    ...(place.cursor === null ? [] : [['cursor', place.cursor] as [string, string]]),
    ...(place.from === 0 ? [] : [['from', String(place.from)] as [string, string]]),
  ];
}
