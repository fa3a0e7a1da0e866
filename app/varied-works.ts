import { type Artwork } from '@/lib/catalog/artwork';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';

// A window of the catalogue is enough to choose from, and keeps the query small on a large one.
const windowSize = 240;

/** Works for a wall: another choice every day, neighbours of different hands. */
export async function variedWorks(
  db: Database,
  count: number,
  now = new Date(),
): Promise<readonly Artwork[]> {
  const day = Math.floor(now.getTime() / 86_400_000);
  const list = { filter: {}, sort: 'newest', limit: windowSize } as const;
  const { artworks, total } = await listArtworks(db, { ...list, offset: 0 });
  const windows = Math.max(1, Math.ceil(total / windowSize));
  const offset = (day % windows) * windowSize;
  const window = offset === 0 ? artworks : (await listArtworks(db, { ...list, offset })).artworks;
  return spreadOut(
    window.filter(({ state }) => state === 'ready'),
    count,
    day,
  );
}

/** Chooses `count` works in an order that the seed decides, none beside one of the same artist or subject if it can. */
export function spreadOut<T extends Pick<Artwork, 'id' | 'artist' | 'subject'>>(
  works: readonly T[],
  count: number,
  seed: number,
): readonly T[] {
  const waiting = works
    .map((work) => ({ work, key: scramble(`${seed} ${work.id}`) }))
    .sort((a, b) => a.key - b.key)
    .map(({ work }) => work);
  const chosen: T[] = [];
  while (chosen.length < count && waiting.length > 0) {
    const recent = chosen.slice(-4);
    const repeats = (work: T) =>
      recent.filter((other) => other.artist === work.artist || other.subject === work.subject).length;
    const next = waiting.reduce((best, work) => (repeats(work) < repeats(best) ? work : best));
    waiting.splice(waiting.indexOf(next), 1);
    chosen.push(next);
  }
  return chosen;
}

/** FNV-1a, 32 bits: an order without pattern, the same for the same text. */
function scramble(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
