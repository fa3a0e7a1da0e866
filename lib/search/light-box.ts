import { isPictureId, pictureIdPattern } from '@/lib/catalog/picture-id';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { lightBoxMax } from './light-box-cookie';
import { formatSearchQuery, parseSearchQuery, searchHref, type SearchQuery } from './query';
import { invalid, single } from './question/invalid';
import { isUploadRef, termsMax } from './question/term';

/** What the parameter `works` may be. */
export const lightBoxPattern = new RegExp(
  `^${pictureIdPattern}(?:,${pictureIdPattern}){0,${lightBoxMax - 1}}$`,
);

/**
 * The works that an address names, in its order; null if it names none, so that the visitor's own are meant.
 * @throws Problem `invalid-request`
 */
export function parseLightBox(params: URLSearchParams): readonly string[] | null {
  const value = single(params, 'works');
  if (value === '') return null;
  const works = [...new Set(value.split(',').map((id) => id.trim()))].filter((id) => id !== '');
  if (works.length > lightBoxMax || !works.every((id) => isPictureId(id) && !isUploadRef(id)))
    throw invalid('works', value, `the ids of up to ${lightBoxMax} works, with commas between them`);
  return works;
}

/** What the address of a light box's page asks for. */
export interface LightBoxPage {
  /** Null: those of this browser. */
  readonly works: readonly string[] | null;
  /** A search that they can be added to. */
  readonly asked: SearchQuery | null;
}

/** @throws Problem `invalid-request` */
export function parseLightBoxPage(params: URLSearchParams): LightBoxPage {
  const asked = single(params, 'with');
  return {
    works: parseLightBox(params),
    asked: asked === '' ? null : parseSearchQuery(new URLSearchParams(asked)),
  };
}

/** A light box that everyone who has the address sees. */
export function lightBoxHref(works: readonly string[]): string {
  return `/lightbox?works=${works.join(',')}`;
}

/** The same as a IIIF collection. */
export function lightBoxCollectionHref(works: readonly string[]): string {
  return `/api/v1${lightBoxHref(works)}&as=iiif`;
}

/** The visitor's own light box, to add its works to a search. */
export function addFromLightBoxHref(query: SearchQuery): string {
  return `/lightbox?${new URLSearchParams({ with: formatSearchQuery({ ...query, page: 1 }) })}`;
}

/** The search for what the first of these works have in common in one kind. */
export function commonHref(works: readonly string[], kind: EmbeddingKind): string {
  const terms = works.slice(0, termsMax).map((ref) => ({ kind, ref, weight: 1 }));
  return searchHref({ terms, filter: {}, page: 1 });
}
