import { artworkWords } from '@/app/artwork-words';
import { describeWork } from '@/components/works/describe-work';
import { type Artwork, type ArtworkFilter } from '@/lib/catalog/artwork';
import { collection } from '@/lib/iiif/collection';
import { siteOrigin } from '@/lib/platform/site-origin';
import { filterParameters } from '@/lib/search/question/filter';
import { type AnswerOptions, jsonAnswer, negotiated } from './answer';
import { listRepresentations } from './parameters';
import { representationFor } from './representation';

/** One page of works, whatever found them. */
export interface ListOfWorks {
  /** As plain JSON. */
  readonly json: unknown;
  readonly artworks: readonly Artwork[];
  readonly filter: ArtworkFilter;
  /** What the works are like, without what narrows them. */
  readonly label: string;
  /** Of this page and the next as plain JSON. */
  readonly links: { readonly self: string; readonly next: string | null };
  /** The page that shows the same to people. */
  readonly homepage: string;
}

/** A list of works as the client wants it. */
export async function listAnswer(
  request: Request,
  as: (typeof listRepresentations)[number] | undefined,
  list: ListOfWorks,
  given: AnswerOptions = {},
): Promise<Response> {
  const representation = representationFor(request, as, listRepresentations);
  const options = negotiated(given, representation);
  if (representation === 'json') return jsonAnswer(request, list.json, options);
  const t = await artworkWords();
  const { artworks, filter, label, links, homepage } = list;
  const page = {
    label: [label, ...filterParameters(filter).map(([, value]) => value)].join(', '),
    works: artworks.map((artwork) => describeWork(t, artwork)),
    self: asIiif(links.self),
    next: links.next && asIiif(links.next),
    homepage,
  };
  return jsonAnswer(request, collection(siteOrigin(), page), options);
}

function asIiif(path: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}as=iiif`;
}
