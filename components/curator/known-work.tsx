import { useTranslations } from 'next-intl';
import { Notice } from '@/components/layout/notice';
import { Link } from '@/i18n/link';
import { type Artwork } from '@/lib/catalog/artwork';
import { WorkActions } from './works/work-actions';

/** Says that the picture that was just uploaded is another work's, which may be in the bin. */
export function KnownWork({ artwork }: { artwork: Artwork }) {
  const t = useTranslations('curator');
  const { id, title, deletedAt } = artwork;
  const page = `/admin/works/${id}`;
  if (deletedAt === null)
    return (
      <Notice title={t('known')}>
        <Link href={page} className="link">
          {title}
        </Link>
      </Notice>
    );
  return (
    <Notice title={t('knownDeleted', { title })}>
      <div className="mt-2">
        <WorkActions artwork={artwork} next={page} />
      </div>
    </Notice>
  );
}
