import { Problem } from '@/lib/platform/problem';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { formatParameters, parseSearchQuery, searchHref } from './query';

type Pair = [name: string, value: string];

/** The field that holds a weight in percent, −100 … 100, of one kind of a picture. */
export function weightField(kind: EmbeddingKind, pictureKey: string): string {
  return `${kind}~${pictureKey}`;
}

/**
 * The address of the search that a form asks for. Beside the parameters of a search, which stay as they are, a form may
 * have:
 * - a {@link weightField} for each kind of each picture. What weighs nothing is left out, and a single wish to be near
 *   weighs 1;
 * - `of` (a picture as the address writes it) and `detail.x`, `.y`, `.width` and `.height` in percent: the part of that
 *   picture that is meant from now on; all of it if they are blank;
 * - `picked.colour` (`#rrggbb`) and `picked.share` in pairs: a palette picked by hand, to be near to. A share of 0 leaves a colour out.
 *
 * The page begins again. Fields that name no search lead to an address that says what is wrong with them.
 */
export function addressFromForm(fields: URLSearchParams): string {
  const pairs = [...withDetail([...fields].flatMap(weighed), fields), ...pickedColours(fields)].filter(
    ([name]) => !formFields.test(name) && name !== 'page',
  );
  try {
    const query = parseSearchQuery(new URLSearchParams(pairs));
    const [first, ...more] = query.terms;
    const isAlone = first !== undefined && more.length === 0 && first.weight > 0;
    return searchHref({ ...query, terms: isAlone ? [{ ...first, weight: 1 }] : query.terms });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return `/search?${formatParameters(pairs)}`;
  }
}

const formFields = /^(?:of|picked\..*|detail\..*)$/;
const weightPattern = new RegExp(`^(${embeddingKinds.join('|')})~(.+)$`);

function weighed([name, value]: Pair): Pair[] {
  const [, kind, key] = weightPattern.exec(name) ?? [];
  if (kind === undefined) return [[name, value]];
  const percent = Math.round(Number(value));
  const weight = Number.isFinite(percent) ? Math.min(100, Math.max(-100, percent)) : 100;
  return weight === 0 ? [] : [[kind, `${key}~${weight / 100}`]];
}

function withDetail(pairs: readonly Pair[], fields: URLSearchParams): Pair[] {
  const of = fields.get('of');
  const numbers = ['x', 'y', 'width', 'height'].map((name) => (fields.get(`detail.${name}`) ?? '').trim());
  const isWhole = numbers.every((number) => number === '');
  const detail = isWhole ? '' : `@${numbers.map((number) => number.replace(',', '.')).join()}`;
  return pairs.map(([name, value]): Pair => {
    const [key = '', weight] = value.split('~');
    const isMeant = key === of && embeddingKinds.some((kind) => kind === name);
    if (!isMeant) return [name, value];
    const [ref = ''] = key.split('@');
    return [name, `${ref}${detail}${weight === undefined ? '' : `~${weight}`}`];
  });
}

function pickedColours(fields: URLSearchParams): Pair[] {
  const given = fields.getAll('picked.share').map(Number);
  const shares = new Map<string, number>();
  for (const [i, text] of fields.getAll('picked.colour').entries()) {
    const colour = text.replace('#', '').toLowerCase();
    const share = given[i] ?? 0;
    // A colour that was picked twice counts with both shares.
    if (share > 0) shares.set(colour, Math.min(100, (shares.get(colour) ?? 0) + share));
  }
  const parts = [...shares].map(([colour, share]) => `${colour}:${share}`);
  return parts.length === 0 ? [] : [['palette', parts.join()]];
}
