import { useFormatter, useTranslations } from 'next-intl';
import { dateLabel } from '@/components/works/artwork-label';
import { Link } from '@/i18n/link';
import { type Artwork } from '@/lib/catalog/artwork';
import { daysLeft } from '@/lib/catalog/deletion-period';
import { type MissingField, missingFieldsOf } from '@/lib/catalog/missing-fields';
import { type WorksPlace } from '@/lib/curation/works-query';
import { renditionUrl } from '@/lib/images/rendition-url';
import { selectionForm } from './selection-form';
import { TickAll } from './tick-all';
import { WorkState } from './work-state';

/** What is worth a word in every row; the other fields can be asked for. */
const notedMissing: readonly MissingField[] = ['artist', 'date', 'rights', 'description', 'altText'];

interface WorksTableProps {
  place: WorksPlace;
  artworks: readonly Artwork[];
}

/** One page of works, each with a box to tick. Client messages: `selection`. */
export function WorksTable({ place, artworks }: WorksTableProps) {
  const t = useTranslations('works');
  return (
    <table className="w-full border-t border-ink">
      <caption className="sr-only">{t(place)}</caption>
      <thead className="text-left text-fine text-quiet">
        <tr className="border-b border-rule">
          <th scope="col" className="w-10 py-2 font-normal">
            <TickAll />
          </th>
          <th scope="col" colSpan={2} className="py-2 font-normal">
            {t('work')}
          </th>
          <th scope="col" className="py-2 pl-6 font-normal max-md:hidden">
            {t('date')}
          </th>
          <th scope="col" className="py-2 pl-6 font-normal max-sm:hidden">
            {t('state')}
          </th>
          <th scope="col" className="py-2 pl-6 font-normal max-md:hidden">
            {t(place === 'bin' ? 'deleted' : 'added')}
          </th>
          <th scope="col" className="py-2 pl-6 font-normal max-sm:hidden">
            {t('more')}
          </th>
        </tr>
      </thead>
      <tbody>
        {artworks.map((artwork) => (
          <Row key={artwork.id} place={place} artwork={artwork} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ place, artwork }: { place: WorksPlace; artwork: Artwork }) {
  const t = useTranslations('works');
  const words = useTranslations('artwork');
  const format = useFormatter();
  const { id, title, image, deletedAt } = artwork;
  return (
    <tr className="border-b border-rule align-top has-[:checked]:bg-plinth">
      <td>
        <label className="-ml-2 flex size-11 items-center justify-center">
          <span className="sr-only">{t('select', { title })}</span>
          <input
            type="checkbox"
            name="work"
            value={id}
            form={selectionForm}
            className="size-4.5 accent-seal"
          />
        </label>
      </td>
      <td className="w-17 py-2.5 pr-3">
        <img
          src={renditionUrl(image.key, 224)}
          alt=""
          width={56}
          height={56}
          loading="lazy"
          className="size-14 object-cover"
          style={{ backgroundColor: image.colour }}
        />
      </td>
      <th scope="row" className="py-2.5 text-left font-normal break-words">
        {place === 'bin' ? (
          <span className="font-serif italic">{title}</span>
        ) : (
          <Link
            href={`/admin/works/${id}`}
            className="font-serif text-base italic underline-offset-4 hover:underline"
          >
            {title}
          </Link>
        )}
        <span className="block text-fine text-quiet">{artwork.artist ?? words('unknownArtist')}</span>
        <Missing artwork={artwork} />
        {artwork.failure && <span className="block text-fine text-seal">{artwork.failure}</span>}
        <span className="mt-1 flex flex-wrap gap-x-4 text-fine text-quiet sm:hidden">
          <WorkState artwork={artwork} />
          {deletedAt && <TimeLeft deletedAt={deletedAt} />}
          <MoreLinks place={place} id={id} title={title} />
        </span>
      </th>
      <td className="py-2.5 pl-6 text-quiet max-md:hidden">{dateLabel(words, artwork)}</td>
      <td className="py-2.5 pl-6 text-fine whitespace-nowrap text-quiet max-sm:hidden">
        <WorkState artwork={artwork} />
      </td>
      <td className="py-2.5 pl-6 text-fine whitespace-nowrap text-quiet max-md:hidden">
        {deletedAt ? <TimeLeft deletedAt={deletedAt} /> : format.dateTime(artwork.createdAt, 'day')}
      </td>
      <td className="py-2.5 pl-6 text-fine whitespace-nowrap max-sm:hidden">
        <span className="flex flex-col">
          <MoreLinks place={place} id={id} title={title} />
        </span>
      </td>
    </tr>
  );
}

function Missing({ artwork }: { artwork: Artwork }) {
  const t = useTranslations('works');
  const format = useFormatter();
  const missing = missingFieldsOf(artwork, notedMissing).map((field) => t(`missing.${field}`));
  return (
    missing.length > 0 && <span className="block text-fine text-quiet">{format.list(missing, 'unit')}</span>
  );
}

function TimeLeft({ deletedAt }: { deletedAt: Date }) {
  const t = useTranslations('works');
  const format = useFormatter();
  return (
    <span>
      {format.dateTime(deletedAt, 'day')}
      <span className="block">{t('daysLeft', { days: daysLeft(deletedAt, new Date()) })}</span>
    </span>
  );
}

function MoreLinks({ place, id, title }: { place: WorksPlace; id: string; title: string }) {
  const t = useTranslations('works');
  return (
    <>
      {place === 'collection' && (
        <Link
          href={`/admin/works/${id}/picture`}
          className="py-1 link text-quiet"
          aria-label={t('pictureOf', { title })}
        >
          {t('picture')}
        </Link>
      )}
      <Link
        href={`/admin/works/${id}/history`}
        className="py-1 link text-quiet"
        aria-label={t('historyOf', { title })}
      >
        {t('history')}
      </Link>
    </>
  );
}
