import { useTranslations } from 'next-intl';
import { type QueryTerm } from '@/lib/search/query';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { otherKind } from '@/lib/search/search-links';
import { SecondPictureForm } from './second-picture-form';

interface SecondPictureProps {
  term: QueryTerm;
  /** What the visitor's device needs to read the picture; null if it cannot. */
  offer: DeviceOffer | null;
  days: number;
}

/** A form that adds another picture to a search: the style of one, the composition of the other. */
export function SecondPicture({ term, offer, days }: SecondPictureProps) {
  const t = useTranslations('search');
  const added = otherKind(term.kind);
  return (
    <details className="open:w-full">
      <summary className="link py-1">{t('addPicture')}</summary>
      <SecondPictureForm offer={offer} days={days}>
        <input type="hidden" name="with" value={`${term.kind}=${term.ref}`} />
        <input type="hidden" name="as" value={added} />
        <label htmlFor="second" className="block text-fine text-quiet">
          {t(added === 'content' ? 'addContentOf' : 'addStyleOf')}
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
