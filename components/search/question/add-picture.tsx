import { useTranslations } from 'next-intl';
import { formatSearchQuery, type SearchQuery } from '@/lib/search/query';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { embeddingKinds } from '@/lib/vision/embedding';
import { SecondPictureForm } from './second-picture-form';

interface AddPictureProps {
  query: SearchQuery;
  /** What the visitor's device needs to read the picture; null if it cannot. */
  offer: DeviceOffer | null;
  days: number;
}

/** A form that adds another picture to a search: its style, its composition or its colours. */
export function AddPicture({ query, offer, days }: AddPictureProps) {
  const t = useTranslations('search');
  const kinds = useTranslations('kinds');
  return (
    <details className="open:w-full">
      <summary className="link inline-block py-1">{t('addPicture')}</summary>
      <p className="mt-1 text-fine text-quiet">{t('addHelp')}</p>
      <SecondPictureForm offer={offer} days={days}>
        <input type="hidden" name="with" value={formatSearchQuery({ ...query, page: 1 })} />
        <label htmlFor="second" className="sr-only">
          {t('anotherPicture')}
        </label>
        <input
          id="second"
          type="file"
          name="picture"
          accept="image/*"
          required
          className="block w-full text-fine text-quiet file:mr-3 file:min-h-10 file:border file:border-solid file:border-edge file:bg-transparent file:px-3 file:text-ink"
        />
        <fieldset className="flex flex-wrap gap-x-4 text-fine">
          <legend className="text-quiet">{t('addAs')}</legend>
          {embeddingKinds.map((kind) => (
            <label key={kind} className="flex min-h-8 items-center gap-1.5">
              <input type="radio" name="as" value={kind} defaultChecked={kind === 'style'} />
              {kinds(kind)}
            </label>
          ))}
        </fieldset>
      </SecondPictureForm>
    </details>
  );
}
