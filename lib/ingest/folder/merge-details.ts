import { type ArtworkDetails, type LocalText } from '@/lib/catalog/artwork';
import { type MakerCredit } from '@/lib/catalog/maker';

/**
 * A work's details with those that a list gives. A list has one title, one description and the names of makers: what
 * the catalogue knows beyond that, such as further titles and the makers' roles, stays.
 */
export function mergeDetails(known: ArtworkDetails, given: Partial<ArtworkDetails>): ArtworkDetails {
  return {
    ...known,
    ...given,
    titles: mergeTexts(known.titles, given.titles),
    descriptions: mergeTexts(known.descriptions, given.descriptions),
    altTexts: mergeTexts(known.altTexts, given.altTexts),
    makers: mergeMakers(known.makers, given.makers),
  };
}

function mergeTexts(
  known: readonly LocalText[],
  given: readonly LocalText[] | undefined,
): readonly LocalText[] {
  if (given === undefined || given[0]?.text === known[0]?.text) return known;
  return [...given, ...known.slice(1)];
}

function mergeMakers(
  known: readonly MakerCredit[],
  given: readonly MakerCredit[] | undefined,
): readonly MakerCredit[] {
  if (given === undefined) return known;
  const names = (makers: readonly MakerCredit[]) => makers.map(({ name }) => name).join(';');
  return names(given) === names(known) ? known : given;
}

/** Whether a work is credited to the same makers in the same way, and their records say all that is said of them here. */
export function saysSameOfMakers(known: readonly MakerCredit[], given: readonly MakerCredit[]): boolean {
  return (
    known.length === given.length &&
    given.every((credit, at) => {
      const record = known[at];
      return record !== undefined && saysSameOfMaker(record, credit);
    })
  );
}

/** A record is not overwritten by a list, so that only what it does not say yet would change. */
function saysSameOfMaker(known: MakerCredit, given: MakerCredit): boolean {
  const fields = ['birthYear', 'deathYear', 'nationality', 'wikidataId', 'ulanId'] as const;
  const names = [known.name, ...known.otherNames];
  return (
    known.role === given.role &&
    known.qualifier === given.qualifier &&
    [given.name, ...given.otherNames].every((name) => names.includes(name)) &&
    fields.every((field) => given[field] === null || known[field] !== null)
  );
}
