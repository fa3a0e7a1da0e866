import { type Artwork } from './artwork';
import { type ChangeSubject } from './change';

/** What the site finds out itself or works out from other fields. */
const notDecided: readonly (keyof Artwork)[] = [
  'id',
  'title',
  'artist',
  'yearFrom',
  'yearTo',
  'image',
  'state',
  'failure',
  'isPublic',
  'version',
  'createdAt',
];

/** A work as the audit log names it. */
export function artworkSubject({ id, title }: Pick<Artwork, 'id' | 'title'>): ChangeSubject {
  return { kind: 'artwork', id, name: title };
}

/** What the audit log keeps of a work: what a curator decides, and the key of its picture. */
export function recordedArtwork(artwork: Artwork): object {
  const decided = Object.entries(artwork).filter(([name]) => !notDecided.some((other) => other === name));
  return { ...Object.fromEntries(decided), picture: artwork.image.key };
}
