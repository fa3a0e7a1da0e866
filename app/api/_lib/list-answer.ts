import { artworkWords } from '@/app/artwork-words';
import { describeWork } from '@/components/works/describe-work';
import { type Artwork, type ArtworkFilter } from '@/lib/catalog/artwork';
import { csvHeader, csvLine } from '@/lib/export/csv-form';
import { exportedWork } from '@/lib/export/exported-work';
import { collection } from '@/lib/iiif/collection';
import { siteOrigin } from '@/lib/platform/site-origin';
import { filterParameters } from '@/lib/search/question/filter';
import { type AnswerOptions, jsonAnswer, negotiated, textAnswer } from './answer';
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

/** A list of works as the client wants it, with the address of its next page in `Link` (RFC 8288). */
export async function listAnswer(
  request: Request,
  as: (typeof listRepresentations)[number] | undefined,
  list: ListOfWorks,
  given: AnswerOptions = {},
): Promise<Response> {
  const representation = representationFor(request, as, listRepresentations);
  const { artworks, filter, label, links, homepage } = list;
  const next = links.next && withAs(links.next, representation);
  const headers = { ...given.headers, ...(next && { Link: `<${next}>; rel="next"` }) };
  const options = negotiated({ ...given, headers }, representation);
  if (representation === 'json') return jsonAnswer(request, list.json, options);
  if (representation === 'csv') return textAnswer(request, csv(artworks), asFile(options, 'works.csv'));
  const t = await artworkWords();
  const page = {
    label: [label, ...filterParameters(filter).map(([, value]) => value)].join(', '),
    works: artworks.map((artwork) => describeWork(t, artwork)),
    self: withAs(links.self, representation),
    next,
    homepage,
  };
  return jsonAnswer(request, collection(siteOrigin(), page), options);
}

/** In the columns of an export, but without where the works were imported from, which is for curators. */
function csv(artworks: readonly Artwork[]): string {
  const lines = artworks.map((artwork) => csvLine(exportedWork({ artwork, makerIds: [], sources: [] })));
  return csvHeader + lines.join('');
}

/** Browsers save it under this name. */
function asFile({ headers, ...options }: AnswerOptions, name: string): AnswerOptions {
  return { ...options, headers: { ...headers, 'Content-Disposition': `attachment; filename="${name}"` } };
}

function withAs(path: string, representation: (typeof listRepresentations)[number]): string {
  return representation === 'json' ? path : `${path}${path.includes('?') ? '&' : '?'}as=${representation}`;
}
