import { useTranslations } from 'next-intl';
import { type FacetValue, type YearRange } from '@/lib/catalog/artwork';
import { centuryLabel } from './facet-choices';
import { Menu } from './menu';

interface YearsMenuProps {
  /** How many works each century would leave, in order of time. */
  centuries: readonly FacetValue[];
  years: YearRange | undefined;
}

/** A menu for a range of years: two fields of the form around it, and how many works there are by century. */
export function YearsMenu({ centuries, years }: YearsMenuProps) {
  const t = useTranslations('collection');
  return (
    <Menu label={t('years')} mark={years && '✓'}>
      <div className="space-y-3 p-4">
        <Histogram centuries={centuries} />
        <div className="grid grid-cols-2 gap-3">
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className="block text-fine">
              {t(end)}
              <input
                type="number"
                name={end}
                min={-9999}
                max={9999}
                step={1}
                // Another address is another field: what was typed belongs to the last.
                key={years?.[end]}
                defaultValue={years?.[end] ?? ''}
                className="field mt-1"
              />
            </label>
          ))}
        </div>
        <p className="text-fine text-quiet">{t('yearsHelp')}</p>
        <button type="submit" className="button w-full">
          {t('showWorks')}
        </button>
      </div>
    </Menu>
  );
}

/** A bar for every century from the first to the last, also for those without works. */
function Histogram({ centuries }: Pick<YearsMenuProps, 'centuries'>) {
  const t = useTranslations('collection');
  const counts = new Map(centuries.map(({ value, count }) => [Number(value), count]));
  const numbers = [...counts.keys()];
  if (numbers.length === 0) return null;
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const shown = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
    (century) => century !== 0,
  );
  const most = Math.max(...counts.values());
  const name = (century: number) => centuryLabel(t, century);
  return (
    <div>
      <div
        className="flex h-16 items-end gap-px *:min-w-0 *:flex-1 *:bg-edge"
        role="img"
        aria-label={t('yearsChart')}
      >
        {shown.map((century) => (
          <span
            key={century}
            title={t('centuryCount', { century: name(century), count: counts.get(century) ?? 0 })}
            style={{ height: `${Math.ceil((100 * (counts.get(century) ?? 0)) / most)}%` }}
          />
        ))}
      </div>
      <div className="mt-1 flex justify-between border-t border-rule pt-1 text-fine text-quiet">
        <span>{name(first)}</span>
        {last !== first && <span>{name(last)}</span>}
      </div>
    </div>
  );
}
