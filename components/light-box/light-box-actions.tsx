import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { commonHref, lightBoxCollectionHref, lightBoxHref } from '@/lib/search/light-box';
import { searchHref, type SearchQuery } from '@/lib/search/query';
import { termsMax } from '@/lib/search/question/term';
import { embeddingKinds } from '@/lib/vision/embedding';
import { Gap } from '@/components/layout/gap';

/** The form that the buttons beside works submit, too. */
export const changeFormId = 'light-box';

interface LightBoxActionsProps {
  works: readonly string[];
  isOwn: boolean;
  asked: SearchQuery | null;
}

/** What can be done with the whole of a light box. */
export function LightBoxActions({ works, isOwn, asked }: LightBoxActionsProps) {
  const t = useTranslations('lightBox');
  const kinds = useTranslations('kinds');
  return (
    <div className="mt-5 flex flex-wrap items-baseline gap-x-6 gap-y-2">
      {asked ? (
        <p>
          {t('addHelp')}
          <Gap />
          <Link href={searchHref(asked)} className="link py-1">
            {t('backToSearch')}
          </Link>
        </p>
      ) : (
        <p className="flex flex-wrap items-baseline gap-x-4">
          {t('searchCommon', { count: Math.min(works.length, termsMax) })}
          {embeddingKinds.map((kind) => (
            <Link key={kind} href={commonHref(works, kind)} className="link py-1">
              {kinds(kind)}
            </Link>
          ))}
        </p>
      )}
      {isOwn && (
        <Link href={lightBoxHref(works)} className="link py-1">
          {t('share')}
        </Link>
      )}
      <a href={lightBoxCollectionHref(works)} className="link py-1">
        {t('iiif')}
      </a>
      <form id={changeFormId} action="/lightbox/change" method="post" encType="multipart/form-data">
        {!isOwn && (
          <button name="add" value={works.join('.')} className="link py-1">
            {t('keepAll')}
          </button>
        )}
      </form>
    </div>
  );
}
