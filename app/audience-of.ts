import { type Audience } from '@/lib/platform/cache-control';
import { isUploadRef } from '@/lib/search/question/term';

/** Who may see what is made from these works and uploads. */
export function audienceOf(refs: readonly string[]): Audience {
  return refs.some(isUploadRef) ? 'secret' : 'collection';
}
