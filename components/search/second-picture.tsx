import { type QueryTerm } from '@/lib/search/query';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { otherKind } from '@/lib/search/search-links';
import { SecondPictureForm } from './second-picture-form';

interface SecondPictureProps {
  term: QueryTerm;
  /** With it the picture can be read on the visitor's device. */
  offer: DeviceOffer | null;
  days: number;
}

/** A form that adds a picture from the visitor's own to a search: this one's style, that one's content. */
export function SecondPicture({ term, offer, days }: SecondPictureProps) {
  const added = otherKind(term.kind);
  return (
    <details className="open:w-full">
      <summary className="link py-1">Blend with another picture</summary>
      <SecondPictureForm offer={offer} days={days}>
        <input type="hidden" name="with" value={`${term.kind}=${term.ref}`} />
        <input type="hidden" name="as" value={added} />
        <label htmlFor="second" className="block text-fine text-quiet">
          Keep this picture’s {term.kind}; take the {added} of
        </label>
        <input
          id="second"
          type="file"
          name="picture"
          accept="image/*"
          required
          className="block w-full text-fine text-quiet file:mr-3 file:min-h-10 file:border file:border-solid file:border-edge file:bg-transparent file:px-3 file:text-ink"
        />
      </SecondPictureForm>
    </details>
  );
}
