import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { ChangeConfirmation } from '@/components/curator/works/change-confirmation';
import { ChangeExamples } from '@/components/curator/works/change-examples';
import { EditChoice } from '@/components/curator/works/edit-choice';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { Link } from '@/i18n/link';
import { database } from '@/lib/catalog/database';
import { restorableDays } from '@/lib/catalog/deletion-period';
import { parseFieldEdit } from '@/lib/curation/field-edit';
import { previewChange } from '@/lib/curation/preview-change';
import { digestOf, findSelected } from '@/lib/curation/selection';
import { formatWorksChange, listHref, parseWorksChange, type WorksChange } from '@/lib/curation/works-change';
import { Problem } from '@/lib/platform/problem';
import { readRefusedForm } from '../../../../refused-form';
import { adminMetadata, adminPage } from '../../admin-page';
import { worksPage } from '../works-page';

export const generateMetadata = () => adminMetadata('works');

/** What a change of several works would do, before it is made. */
export default adminPage('/admin/works/change', async (_signedIn, { searchParams }) =>
  worksPage(await searchParams, changePreview),
);

async function changePreview(params: URLSearchParams) {
  const { change, refusedEdit } = readChange(params);
  const t = await getTranslations('works');
  const refusal = readRefusedForm(await cookies(), '/admin/works/change');
  const db = await database();
  const works = await findSelected(db, change.selection);
  const preview = await previewChange(db, works, change);
  const { kind, edit, selection } = change;
  return (
    <div className="max-w-4xl">
      <h1 className="mb-6 font-serif text-title tracking-[-0.015em]">
        {t(`titles.${kind}`, { count: works.length })}
      </h1>
      <div className="space-y-6">
        {refusal && <RefusalNotice refusal={refusal} />}
        {refusedEdit && <RefusalNotice refusal={{ title: t('refusedEdit'), detail: refusedEdit.message }} />}
        {kind === 'edit' ? (
          <EditChoice change={change} typed={params.get('value') ?? ''} chosen={params.get('edit') ?? ''} />
        ) : (
          <p className="max-w-prose">{t(`effects.${kind}`, { days: restorableDays })}</p>
        )}
        {(kind !== 'edit' || edit !== null) && (
          <>
            <ChangeExamples preview={preview} edit={edit} />
            <ChangeConfirmation
              change={change}
              parameters={formatWorksChange(change)}
              preview={preview}
              seen={digestOf(works)}
            />
          </>
        )}
        <p>
          <Link href={listHref(selection)} className="link text-quiet">
            {t('cancel')}
          </Link>
        </p>
      </div>
    </div>
  );
}

/** An edit that cannot be made is said beside its form, which keeps what was typed. */
function readChange(params: URLSearchParams): { change: WorksChange; refusedEdit: Problem | null } {
  const chosen = params.get('edit') ?? '';
  const withoutEdit = new URLSearchParams(params);
  withoutEdit.delete('edit');
  const change = parseWorksChange(withoutEdit);
  if (change.kind !== 'edit' || chosen === '') return { change, refusedEdit: null };
  try {
    const [field = '', way = ''] = chosen.split('.');
    const edit = parseFieldEdit({ field, way, value: params.get('value') ?? '' });
    return { change: { ...change, edit }, refusedEdit: null };
  } catch (error) {
    if (error instanceof Problem) return { change, refusedEdit: error };
    throw error;
  }
}
