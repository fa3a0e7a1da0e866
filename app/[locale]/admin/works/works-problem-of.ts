import { database } from '@/lib/catalog/database';
import { findSelected } from '@/lib/curation/selection';
import { parseWorksChange } from '@/lib/curation/works-change';
import { parseWorksQuery } from '@/lib/curation/works-query';
import { Problem } from '@/lib/platform/problem';

/** Why one of the pages of works has nothing to show; null if it has something, or it is another page. */
export async function worksProblemOf(pathname: string, params: URLSearchParams): Promise<Problem | null> {
  try {
    if (pathname === '/admin/works' || pathname === '/admin/export') parseWorksQuery(params, 'collection');
    if (pathname === '/admin/works/bin') parseWorksQuery(params, 'bin');
    if (pathname === '/admin/works/change')
      await findSelected(await database(), parseWorksChange(params).selection);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
