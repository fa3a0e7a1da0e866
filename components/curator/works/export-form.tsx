import { useTranslations } from 'next-intl';

interface ExportFormProps {
  /** Which works, as a query of the list of works. */
  where: string;
  pictureBytes: number;
}

const formats = ['csv', 'jsonl'] as const;

/** Asks for an export, which the browser downloads. It needs no JavaScript. */
export function ExportForm({ where, pictureBytes }: ExportFormProps) {
  const t = useTranslations('exporting');
  const unit = pictureBytes >= 1e9 ? 'GB' : 'MB';
  const size = Number((pictureBytes / (unit === 'GB' ? 1e9 : 1e6)).toPrecision(2));
  return (
    <form
      action="/admin/export/file"
      method="post"
      encType="multipart/form-data"
      className="mt-8 max-w-prose space-y-6"
    >
      <input type="hidden" name="where" value={where} />
      <fieldset>
        <legend className="mb-1.5">{t('format')}</legend>
        {formats.map((name) => (
          <label key={name} className="flex gap-3 py-1.5">
            <input
              type="radio"
              name="format"
              value={name}
              defaultChecked={name === 'csv'}
              className="mt-1 size-4 shrink-0 accent-seal"
            />
            <span>
              {t(`formats.${name}`)}
              <span className="block text-fine text-quiet">{t(`formatHelp.${name}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label className="flex gap-3">
        <input type="checkbox" name="pictures" value="1" className="mt-1 size-4 shrink-0 accent-seal" />
        <span>
          {t('pictures', { size, unit })}
          <span className="block text-fine text-quiet">{t('picturesHelp')}</span>
        </span>
      </label>
      <button type="submit" className="button">
        {t('download')}
      </button>
    </form>
  );
}
