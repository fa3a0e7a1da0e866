import { useTranslations } from 'next-intl';

/** A list of pictures by their addresses, as a CSV file. It needs no JavaScript. */
export function UploadListForm() {
  const t = useTranslations('imports.list');
  return (
    <section aria-labelledby="list">
      <h2 id="list" className="border-t border-ink pt-3 font-serif text-head">
        {t('title')}
      </h2>
      <form
        action="/admin/imports/upload"
        method="post"
        encType="multipart/form-data"
        className="mt-3 flex max-w-4xl flex-wrap items-end gap-x-6 gap-y-4"
      >
        <div className="min-w-0 flex-1 basis-80">
          <label htmlFor="list-file" className="mb-1.5 block">
            {t('file')}
          </label>
          <input
            id="list-file"
            type="file"
            name="list"
            accept=".csv,.tsv,.txt,text/csv"
            required
            aria-describedby="list-hint"
            className="w-full text-fine text-quiet file:mr-3 file:min-h-11 file:border file:border-solid file:border-edge file:bg-transparent file:px-4 file:text-base file:text-ink hover:file:border-ink"
          />
        </div>
        <button type="submit" className="button-quiet min-h-11!">
          {t('submit')}
        </button>
      </form>
      <p id="list-hint" className="mt-2 max-w-prose text-fine text-quiet">
        {t('hint')}
      </p>
    </section>
  );
}
