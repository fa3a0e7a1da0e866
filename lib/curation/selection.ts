import { createHash } from 'node:crypto';
import { findVersionsOf, findWorkVersions, type WorkVersion } from '@/lib/catalog/curated-works.repository';
import { type DatabaseClient } from '@/lib/catalog/database';
import { isPictureId } from '@/lib/catalog/picture-id';
import { Problem } from '@/lib/platform/problem';
import { parseWorksQuery, shownBy, type WorksPlace, worksParameters, type WorksQuery } from './works-query';

/** Works that are changed together: those that were ticked, or all that a list holds. */
export type Selection =
  | { readonly kind: 'ticked'; readonly place: WorksPlace; readonly ids: readonly string[] }
  | { readonly kind: 'matching'; readonly query: WorksQuery };

/** How many works may be changed at once: they are changed in one transaction. */
export const selectionMax = 20_000;

/**
 * Reads `work` (an id, repeated) or `all` with the parameters of a list.
 * @throws Problem `invalid-request`
 */
export function parseSelection(params: URLSearchParams): Selection {
  const place = params.get('in') === 'bin' ? 'bin' : 'collection';
  if (params.has('all')) return { kind: 'matching', query: parseWorksQuery(params, place) };
  const ids = [...new Set(params.getAll('work').filter(isPictureId))];
  if (ids.length === 0)
    throw new Problem(
      'invalid-request',
      'No works are selected. Go back to the list and tick the works to change.',
    );
  return { kind: 'ticked', place, ids };
}

export function selectionParameters(selection: Selection): string[][] {
  const place = placeOf(selection);
  return [
    ...(place === 'bin' ? [['in', 'bin']] : []),
    ...(selection.kind === 'ticked'
      ? selection.ids.map((id) => ['work', id])
      : [['all', '1'], ...worksParameters(selection.query)]),
  ];
}

export function placeOf(selection: Selection): WorksPlace {
  return selection.kind === 'ticked' ? selection.place : selection.query.place;
}

/**
 * The works of a selection as they are now, in the order of their ids.
 * @throws Problem `invalid-request` for too many
 */
export async function findSelected(db: DatabaseClient, selection: Selection): Promise<WorkVersion[]> {
  const works =
    selection.kind === 'ticked'
      ? await findVersionsOf(db, selection.ids, { deleted: selection.place === 'bin' })
      : await findWorkVersions(db, selection.query.filter, shownBy(selection.query));
  if (works.length > selectionMax)
    throw new Problem(
      'invalid-request',
      `${works.length.toLocaleString('en')} works are selected, and at most ${selectionMax.toLocaleString('en')} can be changed at once. Narrow the list, and change one part after the other.`,
      { selected: works.length, selectionMax },
    );
  return works;
}

/** Names these works and what they are like now: another digest means that one of them was changed meanwhile. */
export function digestOf(works: readonly WorkVersion[]): string {
  const hash = createHash('sha256');
  for (const { id, version } of works) hash.update(`${id} ${version}\n`);
  return hash.digest('base64url');
}
