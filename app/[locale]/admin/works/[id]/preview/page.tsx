import { getTranslations } from 'next-intl/server';
import { Gap } from '@/components/layout/gap';
import { Notice } from '@/components/layout/notice';
import { Link } from '@/i18n/link';
import { findArtwork } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { mainColoursOf } from '@/lib/images/main-colours';
import { WorkArticle } from '../../../../works/[id]/work-article';
import { adminMetadata, adminPage } from '../../../admin-page';
import { MissingWork } from '../missing-work';

export const generateMetadata = () => adminMetadata('editing');

/** A work that visitors do not see yet, as they will. */
export default adminPage<{ id: string }>('/admin/works/[id]/preview', async (_signedIn, { params }) => {
  const { id } = await params;
  const t = await getTranslations('editing');
  const artwork = await findArtwork(await database(), id);
  if (artwork === null) return <MissingWork />;
  return (
    <>
      <Notice title={t('previewOf')}>
        {t('previewDetail')}
        <Gap />
        <Link href={`/admin/works/${id}`} className="link">
          {t('back')}
        </Link>
      </Notice>
      <article className="-mx-[clamp(1.125rem,3.2vw,3.5rem)] mt-6">
        <WorkArticle artwork={artwork} colours={await mainColoursOf(artwork.image.key)} />
      </article>
    </>
  );
});
