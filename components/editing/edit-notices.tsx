import { useFormatter, useTranslations } from 'next-intl';
import { Notice } from '@/components/layout/notice';
import { type Artwork } from '@/lib/catalog/artwork';
import { type FieldName } from './edit-field';

interface EditNoticesProps {
  /** Of the page. */
  path: string;
  artwork: Artwork;
  form: {
    readonly conflicts: readonly FieldName[];
    readonly theirs: readonly FieldName[];
    readonly issues: readonly { readonly field: FieldName | null; readonly message: string }[];
  };
  /** Why the form was refused for a reason that is in none of its fields. */
  refusal: { readonly detail: string } | null;
  /** Whether what was typed and not saved is shown. */
  isDraft: boolean;
  /** What this curator has typed before and not saved. */
  draft: { readonly id: string; readonly savedAt: Date } | null;
  /** Set after saving: fields that others had changed meanwhile. */
  saved: readonly string[] | null;
}

/** What a curator has to know before going on: what was saved, what was not, and why. */
export function EditNotices({ path, artwork, form, refusal, isDraft, draft, saved }: EditNoticesProps) {
  const t = useTranslations('editing');
  const format = useFormatter();
  const { conflicts, theirs, issues } = form;
  const names = (fields: readonly FieldName[]) => format.list(fields.map((field) => t(`fields.${field}`)));
  const known = (saved ?? []).filter((field): field is FieldName => t.has(`fields.${field as FieldName}`));
  const isRefused = conflicts.length > 0 || issues.length > 0;
  return (
    <div className="mt-6 space-y-4 empty:hidden">
      {artwork.deletedAt && <Notice title={t('deleted')}>{t('deletedDetail')}</Notice>}
      {conflicts.length > 0 && (
        <Notice role="alert" title={t('conflicts')}>
          <p>{t('conflictsDetail', { fields: names(conflicts) })}</p>
        </Notice>
      )}
      {issues.length > 0 && (
        <Notice role="alert" title={t('issues')}>
          <ul>
            {issues.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {field === null ? (
                  message
                ) : (
                  <a href={`#field-${field}`} className="link">
                    {t(`fields.${field}`)} {message}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {refusal && !isRefused && <Notice role="alert" title={refusal.detail} />}
      {isDraft && !isRefused && !refusal && <Notice title={t('continued')}>{t('continuedDetail')}</Notice>}
      {theirs.length > 0 && <p className="text-quiet">{t('theirsTaken', { fields: names(theirs) })}</p>}
      {saved && !isDraft && (
        <Notice title={known.length > 0 ? t('savedTheirs', { fields: names(known) }) : t('saved')} />
      )}
      {draft && (
        <Notice title={t('unsaved')}>
          <form
            action={`${path}/discard`}
            method="post"
            encType="multipart/form-data"
            className="flex flex-wrap items-center gap-x-6"
          >
            <span>{t('unsavedFrom', { when: format.dateTime(draft.savedAt, 'moment') })}</span>
            <input type="hidden" name="draft" value={draft.id} />
            <a href={`${path}?draft=${draft.id}`} className="link py-2">
              {t('continue')}
            </a>
            <button type="submit" className="link py-2">
              {t('discard')}
            </button>
          </form>
        </Notice>
      )}
    </div>
  );
}
