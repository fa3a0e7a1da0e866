import { type SourceMaker } from '../record';

/** How catalogues say that a work is not certainly a maker's own. */
const qualifiers: readonly (readonly [RegExp, string])[] = [
  [/^(?:attributed to|attribué à|zugeschrieben|toegeschreven aan|tilskrevet)\s+/i, 'attributed-to'],
  [/^(?:possibly(?: by)?|probably(?: by)?|mogelijk|muligvis)\s+/i, 'possibly'],
  [/^(?:workshop of|studio of|workshop|atelier (?:de|van)|werkstatt|werkplaats van)\s+/i, 'workshop-of'],
  [/^(?:circle of|school of|omgeving van|kreds af|umkreis)\s+/i, 'circle-of'],
  [/^(?:follower of|pupil of|imitator of|navolger van)\s+/i, 'follower-of'],
  [/^(?:manner of|style of|in the (?:manner|style) of|manier van)\s+/i, 'manner-of'],
  [/^(?:after|copy after|copy of|naar|efter|nach|d['’]après)\s+/i, 'after'],
];
const unknownMaker =
  /^(?:unknown|unidentified|anonymous|anoniem|onbekend|ukendt|unbekannt|anonyme|inconnu)\b|\b(?:unknown|unidentified)$|^(?:anon|n\/a)\.?$/i;
const roles =
  /^(artist|painter|maker|attributed to|designer|printmaker|engraver|publisher|calligrapher)\s*:\s*/i;

/**
 * Reads a maker as a label names one: "Attributed to Thomas Cole (American, 1801–1848)", "Artist: Vincent van Gogh".
 *
 * @returns null if the text names nobody
 */
export function makerFromText(text: string | null | undefined): SourceMaker | null {
  const line = (text ?? '').replace(/\s+/g, ' ').trim();
  const role = roles.exec(line)?.[1]?.toLowerCase() ?? null;
  const unlabelled = line.replace(roles, '');
  const [, named = unlabelled, life] = /^(.+?)\s*\(([^()]*\d{3,4}[^()]*|[^()\d]+)\)$/.exec(unlabelled) ?? [];
  const found = qualifiers.find(([pattern]) => pattern.test(named));
  const name = found === undefined ? named : named.replace(found[0], '');
  if (name === '') return null;
  const isUnknown = unknownMaker.test(name);
  return {
    name,
    ...lifeFromText(life),
    role: role === 'attributed to' ? null : role,
    qualifier: isUnknown ? 'unknown' : role === 'attributed to' ? 'attributed-to' : (found?.[1] ?? null),
  };
}

/** Reads "American, 1801–1848", "Japanese, born 1943", "1853 - 1890". */
export function lifeFromText(
  text: string | null | undefined,
): Pick<SourceMaker, 'nationality' | 'birthYear' | 'deathYear'> {
  const line = (text ?? '').trim();
  const nationality = /^([\p{Lu}][\p{L}-]+(?:[ -][\p{Lu}][\p{L}-]+){0,2})(?:,|$)/u.exec(line)?.[1] ?? null;
  const years = /(?:^|[^\d])(\d{3,4})\s*[-–—]\s*(?:ca?\.?\s*)?(\d{3,4})(?!\d)/.exec(line);
  if (years !== null) return { nationality, birthYear: Number(years[1]), deathYear: Number(years[2]) };
  const born = /\b(?:born|b\.|née?|geboren|født)\s*(\d{4})/i.exec(line)?.[1];
  const died = /\b(?:died|d\.)\s*(\d{3,4})/i.exec(line)?.[1];
  return { nationality, birthYear: born ? Number(born) : null, deathYear: died ? Number(died) : null };
}

/** "Altdorfer, Albrecht" is Albrecht Altdorfer; a name with more commas, or none, stays as it is. */
export function nameInOrder(name: string): string {
  const [, last, first] = /^([^,]+),\s*([^,]+)$/.exec(name) ?? [];
  return last === undefined || first === undefined ? name : `${first} ${last}`;
}

/** The Wikidata id at the end of an address: `Q5598`. */
export function wikidataIdIn(address: string | null | undefined): string | null {
  return /wikidata\.org\/(?:wiki|entity)\/(Q[1-9]\d*)\/?$/.exec(address ?? '')?.[1] ?? null;
}

/** The id of the Union List of Artist Names at the end of an address: `500011051`. */
export function ulanIdIn(address: string | null | undefined): string | null {
  return /getty\.edu\/(?:page\/)?ulan\/(500\d{6})\/?$/.exec(address ?? '')?.[1] ?? null;
}
