import { useTranslations } from 'next-intl';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { kindsFor } from '@/lib/curation/works-change';
import { worksParameters, type WorksQuery } from '@/lib/curation/works-query';
import { selectionForm } from './selection-form';
import { TickedCount } from './ticked-count';

interface SelectionBarProps {
  query: WorksQuery;
  /** How many works the whole list has. */
  total: number;
  /** Whether the page shows them all. */
  isWhole: boolean;
}

/**
 * What to do with the works that are ticked, or with all of the list. It leads to a page that shows what would change. On a
 * phone it waits at the end of the list until a work is ticked. By `sticky bottom-0`, globals.css keeps room for it when the
 * focus moves.
 * Client messages: `selection`.
 */
export function SelectionBar({ query, total, isWhole }: SelectionBarProps) {
  const t = useTranslations('works');
  const kinds = kindsFor({ kind: 'matching', query });
  return (
    <form
      id={selectionForm}
      action="/admin/works/change"
      method="get"
      aria-label={t('change')}
      className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-ink bg-wall py-3 max-sm:static [main:has([name=work]:checked)_&]:sticky"
    >
      <HiddenFields
        fields={[
          ...(query.place === 'bin' ? [['in', 'bin'] as [string, string]] : []),
          ...(worksParameters(query) as [string, string][]),
        ]}
      />
      <TickedCount />
      {!isWhole && (
        <label className="flex min-h-10 items-center gap-2">
          <input type="checkbox" name="all" value="1" className="size-4.5 accent-seal" />
          {t('allMatching', { total })}
        </label>
      )}
      <span className="ml-auto flex items-center gap-2 max-sm:ml-0">
        <label htmlFor="do" className="sr-only">
          {t('whatToDo')}
        </label>
        <select id="do" name="do" className="min-h-11 border border-edge bg-wall px-2 hover:border-ink">
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          {t('continue')}
        </button>
      </span>
    </form>
  );
}
