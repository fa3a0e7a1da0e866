import { database } from '@/lib/catalog/database';
import { isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { type Preview, previewSource } from '@/lib/imports/preview/preview';
import { type PreviewQuery } from '@/lib/imports/preview/preview-query';
import { type Source } from '@/lib/imports/source';
import { Problem } from '@/lib/platform/problem';

export type PreviewAnswer =
  | { readonly kind: 'works'; readonly preview: Preview }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'refused'; readonly detail: string };

/** What a source answers, or why not. */
export async function readPreview(source: Source, { choice, place }: PreviewQuery): Promise<PreviewAnswer> {
  try {
    const preview = await previewSource(await database(), source, choice, place);
    return preview === null ? { kind: 'unanswered' } : { kind: 'works', preview };
  } catch (error) {
    if (!(error instanceof Problem) || isCollectionUnavailable(error)) throw error;
    return { kind: 'refused', detail: error.message };
  }
}
