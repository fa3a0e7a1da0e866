import { randomUUID } from 'node:crypto';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { RefreshWhile } from '@/components/curator/refresh-while';
import { FrameEditor } from '@/components/frame/frame-editor';
import { EditNotices } from '@/components/editing/edit-notices';
import { EditField } from '@/components/editing/edit-field';
import { KeepDraft } from '@/components/editing/keep-draft';
import { LooksLike } from '@/components/editing/looks-like';
import { WorkFields } from '@/components/editing/work-fields';
import { ClientMessages } from '@/components/layout/client-messages';
import { altText } from '@/components/works/artwork-label';
import { Link } from '@/i18n/link';
import { findArtwork } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { creditedMakerIds } from '@/lib/catalog/maker-records.repository';
import { findDraft, listDrafts } from '@/lib/catalog/work-drafts.repository';
import { shownForm } from '@/lib/curation/review-draft';
import { otherRights, rows } from '@/lib/curation/work-form';
import { actorOfPerson } from '@/lib/auth/guard';
import { renditionUrl } from '@/lib/images/rendition-url';
import { findNearDuplicates } from '@/lib/ingest/near-duplicates';
import { readRefusedForm } from '../../../../refused-form';
import { adminMetadata, adminPage } from '../../admin-page';
import { statesOf } from './edit-states';
import { MissingWork } from './missing-work';
import { findNearInStyle } from './near-in-style';

export const generateMetadata = () => adminMetadata('editing');

/** All that a curator can say of a work, its crop, and what it looks like. */
export default adminPage<{ id: string }>(
  '/admin/works/[id]',
  async ({ person }, { params, searchParams }) => {
    const { id } = await params;
    const query = await searchParams;
    const [t, words, db] = await Promise.all([
      getTranslations('editing'),
      getTranslations('artwork'),
      database(),
    ]);
    const artwork = await findArtwork(db, id);
    if (artwork === null) return <MissingWork />;
    const path = `/admin/works/${id}`;
    const refusal = readRefusedForm(await cookies(), path);
    const draft = typeof query.draft === 'string' ? await findDraft(db, id, query.draft) : null;
    const [drafts, credited, copies, near] = await Promise.all([
      draft === null ? listDrafts(db, id, actorOfPerson(person)) : [],
      creditedMakerIds(db, id),
      findNearDuplicates(db, artwork.image),
      findNearInStyle(artwork),
    ]);
    const form = shownForm(artwork, draft?.fields);
    const states = statesOf(artwork, form);
    const parts = ['titles', 'makers', 'descriptions', 'altTexts'] as const;
    const { fields } = form;
    return (
      <>
        <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
          <h1 className="font-serif text-title tracking-[-0.015em] wrap-anywhere">
            {t('titleOf', { title: artwork.title })}
          </h1>
          <p className="flex flex-wrap gap-x-6">
            <Link href={artwork.isPublic ? `/works/${id}` : `${path}/preview`} className="link py-1">
              {t('preview')}
            </Link>
            <Link href={`${path}/picture`} className="link py-1">
              {t('replacePicture')}
            </Link>
            <Link href={`${path}/history`} className="link py-1">
              {t('history')}
            </Link>
          </p>
        </div>
        <EditNotices
          path={path}
          artwork={artwork}
          form={form}
          refusal={refusal}
          isDraft={draft !== null}
          draft={drafts[0] ?? null}
          saved={typeof query.saved === 'string' ? query.saved.split(' ').filter(Boolean) : null}
        />
        <ClientMessages of={['editing', 'frame', 'refresh']}>
          <RefreshWhile active={artwork.state === 'pending'} />
          <form
            // Another draft is another form: its fields start from its texts.
            key={draft?.id}
            action={`${path}/save`}
            method="post"
            encType="multipart/form-data"
            aria-label={t('titleOf', { title: artwork.title })}
            className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-12 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
          >
            <input type="hidden" name="base" value={fields.base} />
            <input type="hidden" name="draft" value={draft?.id ?? randomUUID()} />
            <div className="space-y-10">
              <EditField name="crop" state={states.crop}>
                <FrameEditor
                  picture={{
                    src: renditionUrl(artwork.image.key, 1280),
                    width: artwork.image.width,
                    height: artwork.image.height,
                  }}
                  alt={altText(words, artwork)}
                  part="crop"
                  label={t('cropFrame')}
                  help={t('cropHelp')}
                  given={{
                    x: fields['crop.x'] ?? '',
                    y: fields['crop.y'] ?? '',
                    width: fields['crop.width'] ?? '',
                    height: fields['crop.height'] ?? '',
                  }}
                />
                <p role="status" data-state={artwork.state} className="mt-3 text-fine text-seal empty:hidden">
                  {artwork.state === 'pending' && t('pending')}
                  {artwork.state === 'failed' && t('failed', { reason: artwork.failure ?? '' })}
                </p>
              </EditField>
              <LooksLike copies={copies} near={near} />
            </div>
            <div className="space-y-12">
              <WorkFields
                artwork={artwork}
                fields={fields}
                rows={Object.assign({}, ...parts.map((part) => ({ [part]: rows(fields, part) })))}
                states={states}
                records={Object.fromEntries(artwork.makers.map(({ name }, at) => [name, credited[at] ?? '']))}
                otherRights={otherRights}
              />
              <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-rule bg-wall py-3">
                <button type="submit" className="button">
                  {t('save')}
                </button>
                <KeepDraft
                  action={`${path}/draft`}
                  draftId={draft?.id ?? randomUUID()}
                  base={fields.base ?? ''}
                />
              </div>
            </div>
          </form>
        </ClientMessages>
      </>
    );
  },
);
