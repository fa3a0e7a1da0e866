import { useTranslations } from 'next-intl';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { editableFields, waysToEdit } from '@/lib/curation/field-edit';
import { selectionParameters } from '@/lib/curation/selection';
import { type WorksChange } from '@/lib/curation/works-change';

interface EditChoiceProps {
  change: WorksChange;
  /** The field and the way that were chosen last, such as `subjects.add`. */
  chosen: string;
  /** The value that was typed last. */
  typed: string;
}

/** Which field of the selected works to edit, and how. It leads to the preview. */
export function EditChoice({ change, chosen, typed }: EditChoiceProps) {
  const t = useTranslations('works');
  const kept = [['do', 'edit'], ...selectionParameters(change.selection)] as [string, string][];
  return (
    <form
      action="/admin/works/change"
      method="get"
      aria-label={t('editForm')}
      className="grid items-end gap-x-4 gap-y-4 border border-rule bg-plinth p-5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]"
    >
      <HiddenFields fields={kept} />
      <div>
        <label htmlFor="edit" className="mb-1.5 block">
          {t('fieldToEdit')}
        </label>
        <select
          id="edit"
          name="edit"
          defaultValue={chosen}
          required
          className="min-h-11 w-full border border-edge bg-wall px-2 hover:border-ink"
        >
          <option value="">{t('chooseField')}</option>
          {editableFields.map((field) => (
            <optgroup key={field} label={t(`fields.${field}`)}>
              {waysToEdit(field).map((way) => (
                <option key={way} value={`${field}.${way}`}>
                  {t(`ways.${way}`, { field: t(`fields.${field}`) })}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="value" className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3">
          {t('value')}
          <span className="text-fine text-quiet">{t('valueHint')}</span>
        </label>
        <input id="value" name="value" maxLength={500} defaultValue={typed} className="field" />
      </div>
      <button type="submit" className="button">
        {t('preview')}
      </button>
    </form>
  );
}
