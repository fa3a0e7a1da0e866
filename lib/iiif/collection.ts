import { type DescribedWork } from '@/lib/standards/described-work';
import { inEnglish } from './language-map';
import { presentationContext } from './manifest';
import { manifestReference, provider } from './resources';

/** One page of works, with its addresses on this site as paths. */
export interface WorksPage {
  /** What is listed, in a few words. */
  readonly label: string;
  readonly works: readonly DescribedWork[];
  /** Of this page as a collection, and of the next one if there is one. */
  readonly self: string;
  readonly next: string | null;
  /** The page that shows the same to people. */
  readonly homepage: string;
}

/**
 * One page of a list as a IIIF collection (Presentation API 3.0). That version has no pages of collections: the last
 * item is the collection that goes on.
 * @param origin of this site, without a slash
 */
export function collection(origin: string, page: WorksPage): Record<string, unknown> {
  const { label, works, self, next, homepage } = page;
  const following = { id: `${origin}${next}`, type: 'Collection', label: inEnglish(`${label}: next page`) };
  return {
    '@context': presentationContext,
    id: `${origin}${self}`,
    type: 'Collection',
    label: inEnglish(label),
    provider: [provider(origin)],
    homepage: [{ id: `${origin}${homepage}`, type: 'Text', label: inEnglish(label), format: 'text/html' }],
    items: [...works.map((work) => manifestReference(origin, work)), ...(next === null ? [] : [following])],
  };
}
