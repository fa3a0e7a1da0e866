import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { ReplacePictureForm } from '@/components/curator/works/replace-picture-form';
import { WorkActions } from '@/components/curator/works/work-actions';
import { RefreshWhile } from '@/components/curator/refresh-while';
import { ClientMessages } from '@/components/layout/client-messages';
import { Notice } from '@/components/layout/notice';
import { Picture } from '@/components/works/picture';
import { findArtwork } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { pictureLimits } from '@/lib/images/picture-limits';
import { MissingWork } from '../../../../works/[id]/missing-work';
import { readRefusedForm } from '../../../../../refused-form';
import { adminMetadata, adminPage } from '../../../admin-page';

export const generateMetadata = () => adminMetadata('works');

/** The picture of a work, to be replaced. */
export default adminPage<{ id: string }>(
  '/admin/works/[id]/picture',
  async (_signedIn, { params, searchParams }) => {
    const { id } = await params;
    const artwork = await findArtwork(await database(), id);
    if (artwork === null) return <MissingWork wasWithdrawn={false} />;
    const t = await getTranslations('works');
    const page = `/admin/works/${id}/picture`;
    const refusal = readRefusedForm(await cookies(), page);
    const isReplaced = (await searchParams).replaced !== undefined;
    return (
      <div className="grid gap-x-14 gap-y-8 md:grid-cols-2">
        <div className="max-w-xl">
          <Picture image={artwork.image} alt={artwork.title} sizes="(min-width: 56rem) 40vw, 92vw" isUrgent />
        </div>
        <div className="max-w-xl space-y-6">
          <h1 className="font-serif text-title tracking-[-0.015em]">{artwork.title}</h1>
          {isReplaced && !refusal && <Notice title={t('replaced')}>{t(`states.${artwork.state}`)}</Notice>}
          <ClientMessages of={['refusals', 'refresh', 'upload']}>
            <RefreshWhile active={artwork.state === 'pending'} />
            {artwork.deletedAt === null && (
              <ReplacePictureForm id={id} refusal={refusal} bytesMax={pictureLimits().bytesMax} />
            )}
          </ClientMessages>
          <WorkActions artwork={artwork} next={page} />
        </div>
      </div>
    );
  },
);
