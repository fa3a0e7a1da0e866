import { type Artwork } from '@/lib/catalog/artwork';
import { type CandidateWork, findArtworks, windowOfArtworks } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';
import { whileUnchanged } from '@/lib/catalog/unchanged';

// Enough to choose from, and a small query in a large catalogue, too.
const windowSize = 240;
/** A work should not share artist or subject with this many before it. */
const recentCount = 4;

/** Works for the home page: another selection every day, neighbours by different artists. */
export async function dailySelection(
  db: Database,
  count: number,
  now = new Date(),
): Promise<readonly Artwork[]> {
  const day = Math.floor(now.getTime() / 86_400_000);
  const works = await whileUnchanged(db, `window ${day}`, () =>
    windowOfArtworks(db, { size: windowSize, turn: day }),
  );
  return findArtworks(
    db,
    spreadOut(works, count, day).map(({ id }) => id),
  );
}

/** Chooses `count` works in an order given by the seed, with the same artist or subject as far apart as it can. */
export function spreadOut<T extends CandidateWork>(
  works: readonly T[],
  count: number,
  seed: number,
): readonly T[] {
  const waiting = works
    .map((work) => ({ work, key: fnv1a(`${seed} ${work.id}`) }))
    .sort((a, b) => a.key - b.key)
    .map(({ work }) => work);
  const chosen: T[] = [];
  while (chosen.length < count && waiting.length > 0) {
    const at = indexOfFewestRepeats(waiting, chosen.slice(-recentCount));
    chosen.push(...waiting.splice(at, 1));
  }
  return chosen;
}

function indexOfFewestRepeats(
  works: readonly Pick<CandidateWork, 'artist' | 'subject'>[],
  recent: readonly Pick<CandidateWork, 'artist' | 'subject'>[],
): number {
  let best = { at: 0, repeats: Infinity };
  for (const [at, { artist, subject }] of works.entries()) {
    const repeats = recent.filter((one) => one.artist === artist || one.subject === subject).length;
    if (repeats < best.repeats) best = { at, repeats };
    if (repeats === 0) break;
  }
  return best.at;
}

/** FNV-1a, 32 bits: an order without a pattern, the same for the same text. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
