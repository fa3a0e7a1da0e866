import { isPictureId, pictureIdPattern } from '@/lib/catalog/picture-id';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { type Detail, detailSource, formatDetail, isWhole, parseDetail } from './detail';
import { compareText, invalid } from './invalid';
import {
  formatPickedPalette,
  isPickedPalette,
  parsePickedPalette,
  pickedColoursMax,
  pickedPaletteSource,
} from './picked-palette';

/** One wish of the searcher: near a picture in style, content or palette, or, with a negative weight, far from it. */
export interface QueryTerm {
  readonly kind: EmbeddingKind;
  /** An artwork's id, an uploaded query's (`q_…`), or a palette picked by hand (`1d3b5a:60,c8a24a:40`). */
  readonly ref: string;
  /** The part of the picture that is meant; left out: all of it. */
  readonly detail?: Detail;
  /** −1 … 1 in steps of 0.001, never 0. */
  readonly weight: number;
}

/** Pictures of each kind. */
export const termsMax = 8;

/** Is `ref` an uploaded query, and not an artwork? */
export function isUploadRef(ref: string): boolean {
  return ref.startsWith('q_');
}

/** From -1 to 1, not 0, with at most 3 decimals. */
const weightSource = String.raw`-?(?:1(?:\.0{1,3})?|0?\.(?:[1-9]\d{0,2}|0[1-9]\d?|00[1-9]))`;
const weightPattern = new RegExp(`^${weightSource}$`);

/** What the value of a term's parameter may be, beside the bounds of a detail. */
export function termPattern(kind: EmbeddingKind): RegExp {
  const picture = `${pictureIdPattern}(?:@${detailSource})?`;
  const subject = kind === 'palette' ? `(?:${picture}|${pickedPaletteSource})` : picture;
  return new RegExp(`^${subject}(?:~${weightSource})?$`);
}

/**
 * Reads the terms of a query: for each kind `ID`, `ID@x,y,w,h` or, of a palette, `rrggbb:share,…`, each optionally
 * with `~weight`.
 * @throws Problem `invalid-request`
 */
export function parseTerms(params: URLSearchParams): readonly QueryTerm[] {
  const terms = embeddingKinds.flatMap((kind) => {
    const values = params.getAll(kind);
    if (values.length > termsMax) throw invalid(kind, `${values.length} pictures`, `at most ${termsMax}`);
    return values.map((value) => parseTerm(kind, value));
  });
  const seen = new Set<string>();
  for (const term of terms) {
    const key = `${term.kind} ${pictureKey(term)}`;
    if (seen.has(key)) throw invalid(term.kind, pictureKey(term), 'each picture once, its weight after ~');
    seen.add(key);
  }
  return terms;
}

/** The picture of a term as an address writes it: `ID`, `ID@x,y,w,h`, or a palette. */
export function pictureKey({ ref, detail }: Pick<QueryTerm, 'ref' | 'detail'>): string {
  return detail === undefined || isWhole(detail) ? ref : `${ref}@${formatDetail(detail)}`;
}

/** A term as parameter and value. */
export function termParameter(term: QueryTerm): [name: string, value: string] {
  const weight = Math.round(term.weight * 1000) / 1000;
  return [term.kind, weight === 1 ? pictureKey(term) : `${pictureKey(term)}~${weight}`];
}

/** In canonical order: by kind and picture. */
export function canonicalTerms(terms: readonly QueryTerm[]): readonly QueryTerm[] {
  return terms
    .map(canonicalTerm)
    .sort(
      (a, b) =>
        embeddingKinds.indexOf(a.kind) - embeddingKinds.indexOf(b.kind) ||
        compareText(pictureKey(a), pictureKey(b)),
    );
}

function canonicalTerm({ kind, ref, detail, weight }: QueryTerm): QueryTerm {
  const picked = isPickedPalette(ref) ? parsePickedPalette(ref) : null;
  return {
    kind,
    ref: picked ? formatPickedPalette(picked) : ref,
    ...(detail && !isWhole(detail) && { detail }),
    weight,
  };
}

function parseTerm(kind: EmbeddingKind, value: string): QueryTerm {
  const [subject = '', weightText = '1', ...rest] = value.split('~');
  if (rest.length > 0) throw invalid(kind, value, subjectAllowed(kind));
  const weight = weightPattern.test(weightText) ? Number(weightText) : Number.NaN;
  if (Number.isNaN(weight))
    throw invalid(kind, value, 'after ~ a weight from -1 to 1, not 0, with at most 3 decimals');
  return canonicalTerm({ kind, ...parseSubject(kind, subject, value), weight });
}

function parseSubject(
  kind: EmbeddingKind,
  subject: string,
  value: string,
): Pick<QueryTerm, 'ref' | 'detail'> {
  if (kind === 'palette' && isPickedPalette(subject)) {
    if (parsePickedPalette(subject)) return { ref: subject };
    throw invalid(
      kind,
      value,
      `up to ${pickedColoursMax} different colours with shares, like 1d3b5a:60,c8a24a:40`,
    );
  }
  const [ref = '', detailText, ...rest] = subject.split('@');
  if (!isPictureId(ref) || rest.length > 0) throw invalid(kind, value, subjectAllowed(kind));
  if (detailText === undefined) return { ref };
  const detail = parseDetail(detailText);
  if (detail === null)
    throw invalid(
      kind,
      value,
      'after @ a part of the picture as x,y,width,height in percent, within it and at least 1 wide and high, with at most 2 decimals',
    );
  return { ref, detail };
}

function subjectAllowed(kind: EmbeddingKind): string {
  const palette = kind === 'palette' ? ', or colours like 1d3b5a:60,c8a24a:40' : '';
  return `the id of a work or of an uploaded picture (q_…)${palette}, optionally ~ and a weight`;
}
