import { useTranslations } from 'next-intl';

/** Deletes a batch, once it is said what that means. */
export function DeleteBatch({ id }: { id: string }) {
  const t = useTranslations('batch');
  return (
    <details className="relative">
      <summary className="button-quiet">{t('delete')}</summary>
      <form
        action={`/admin/batches/${id}/delete`}
        method="post"
        encType="multipart/form-data"
        className="absolute right-0 z-40 mt-1 w-72 border border-edge bg-wall p-4 max-sm:right-auto max-sm:left-0"
      >
        <p className="mb-3">{t('deleteHelp')}</p>
        <button type="submit" className="button">
          {t('deleteConfirm')}
        </button>
      </form>
    </details>
  );
}
