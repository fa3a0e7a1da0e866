import Link from 'next/link';
import { type SearchReference } from '@/lib/search/references';
import { DevicePicture } from '@/components/device/device-picture';
import { altText, dateLabel } from '@/components/works/artwork-label';
import { Picture } from '@/components/works/picture';

interface QueryPictureProps {
  reference: SearchReference;
  sizes: string;
  /** On a phone the label stands beside the picture, to save height. */
  besideOnPhone?: boolean;
}

/** A picture that a search starts from, with its label: a work's, or what becomes of an upload. */
export function QueryPicture({ reference, sizes, besideOnPhone = false }: QueryPictureProps) {
  const { artwork, image } = reference;
  return (
    <figure
      className={besideOnPhone ? 'max-md:grid max-md:grid-cols-[38%_1fr] max-md:items-end max-md:gap-4' : ''}
    >
      {artwork ? (
        <Link href={`/works/${artwork.id}`}>
          <Picture image={artwork.image} alt={altText(artwork)} sizes={sizes} eager />
        </Link>
      ) : image ? (
        <Picture image={image} alt="The uploaded picture" sizes={sizes} eager />
      ) : (
        <DevicePicture id={reference.ref} size="plate" />
      )}
      <figcaption className={besideOnPhone ? 'mt-3 max-md:mt-0' : 'mt-3'}>
        <span className="block font-serif text-read leading-snug italic">
          {artwork ? artwork.title : 'Your picture'}
        </span>
        <span className="mt-0.5 block text-fine text-quiet">
          {artwork
            ? [artwork.artist ?? 'Unknown artist', dateLabel(artwork)].filter(Boolean).join(', ')
            : reference.expiresAt && <Expiry expiresAt={reference.expiresAt} shown={image !== null} />}
        </span>
      </figcaption>
    </figure>
  );
}

/** @param shown whether whoever has the address sees the picture, or only what was found with it */
function Expiry({ expiresAt, shown }: { expiresAt: Date; shown: boolean }) {
  const day = expiresAt.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (
    <>
      {shown ? 'Kept' : 'The search is kept'} until <time dateTime={expiresAt.toISOString()}>{day}</time>.
      Until then, who has this address can {shown ? 'see it' : 'see what it found'}.
    </>
  );
}
