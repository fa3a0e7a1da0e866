import { useFormatter, useTranslations } from 'next-intl';
import { selectionForm } from '@/components/curator/works/selection-form';
import { TickAll } from '@/components/curator/works/tick-all';
import { makerLabel } from '@/components/works/artwork-label';
import { Link } from '@/i18n/link';
import { type PreviewPlace } from '@/lib/imports/preview/preview';
import { previewParameters, type PreviewQuery } from '@/lib/imports/preview/preview-query';
import { type PreviewWork } from '@/lib/imports/preview/preview-works';
import { type Source } from '@/lib/imports/source';
import { PreviewPicture } from './preview-picture';

interface PreviewWallProps {
  source: Source;
  query: PreviewQuery;
  works: readonly PreviewWork[];
  total: number | null;
  next: PreviewPlace | null;
}

/** The works that a source offers, each with a box to tick. Client messages: `selection`. */
export function PreviewWall({ source, query, works, total, next }: PreviewWallProps) {
  const t = useTranslations('imports');
  const format = useFormatter();
  const hrefOf = (place: PreviewPlace) =>
    `/admin/imports/${source.name}?${new URLSearchParams(previewParameters({ ...query, place }))}`;
  const { cursor, from } = query.place;
  return (
    <section aria-labelledby="offered" className="mt-10">
      <div className="flex flex-wrap items-center gap-x-5 border-t border-ink">
        <h2 id="offered" className="py-2 font-serif text-head">
          {works.length === 0
            ? t('nothing')
            : total === null
              ? t('offered')
              : t('offeredOf', { total: format.number(total) })}
        </h2>
        {works.some(({ canCome }) => canCome) && <TickAll labelled />}
      </div>
      <ul className="grid grid-cols-2 gap-x-5 gap-y-8 pt-3 sm:grid-cols-3 md:grid-cols-4 lg:grid-cols-6">
        {works.map((work) => (
          <Offered key={work.id} source={source} work={work} />
        ))}
      </ul>
      {(next !== null || cursor !== null || from > 0) && (
        <nav aria-label={t('pages')} className="mt-10 flex flex-wrap items-center justify-between gap-4">
          {cursor !== null || from > 0 ? (
            <Link href={hrefOf({ cursor: null, from: 0 })} className="button-quiet">
              {t('firstPage')}
            </Link>
          ) : (
            <span />
          )}
          {next !== null && (
            <Link href={hrefOf(next)} rel="next" className="button-quiet">
              {t('nextPage')} <span aria-hidden="true">→</span>
            </Link>
          )}
        </nav>
      )}
    </section>
  );
}

function Offered({ source, work }: { source: Source; work: PreviewWork }) {
  const t = useTranslations('imports');
  const words = useTranslations('artwork');
  const { id, details, pictureUrl, canCome } = work;
  const title = details?.titles[0]?.text ?? id;
  return (
    <li className="min-w-0">
      <label className={`group block ${canCome ? 'cursor-pointer' : ''}`}>
        <span className="relative block aspect-square bg-plinth outline-offset-2 has-checked:outline-2 has-checked:outline-seal">
          {pictureUrl !== null && <PreviewPicture source={source.name} address={pictureUrl} />}
          {canCome && (
            <input
              type="checkbox"
              name="work"
              value={id}
              form={selectionForm}
              aria-label={t('choose', { title })}
              className="absolute top-2 left-2 size-5 accent-seal"
            />
          )}
        </span>
        <span className="mt-2 line-clamp-2 block font-serif italic wrap-anywhere">{title}</span>
        {details && (
          <span className="line-clamp-2 block text-fine text-quiet">{makerLabel(words, details)}</span>
        )}
      </label>
      <State work={work} />
    </li>
  );
}

/** Whether it is here, and whether it may come. */
function State({ work: { details, isOpen, here, reason, canCome } }: { work: PreviewWork }) {
  const t = useTranslations('imports');
  const rights = details?.rights ?? t('rightsUnknown');
  return (
    <div className="mt-1 space-y-0.5 text-fine">
      {here?.kind === 'present' && (
        <p>
          <Link href={`/admin/works/${here.artworkId}`} className="link">
            {t('present')}
          </Link>
        </p>
      )}
      {here?.kind === 'deleted' && <p className="text-quiet">{t('deletedHere')}</p>}
      {details && isOpen && <p className="text-quiet">{rights}</p>}
      {details && !isOpen && <p className="text-seal">{t(canCome ? 'asDraft' : 'notOpen', { rights })}</p>}
      {reason && <p className="line-clamp-4 wrap-anywhere text-seal">{t('unusable', { reason })}</p>}
    </div>
  );
}
