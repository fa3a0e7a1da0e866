import { useTranslations } from 'next-intl';
import { type ArtworkFilter } from '@/lib/catalog/artwork';
import { filterParameters, type QueryTerm } from '@/lib/search/query';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { SubmitOnChange } from '@/components/forms/submit-on-change';

interface BalanceControlProps {
  /** Two terms; their order is that of the labels. */
  terms: readonly [QueryTerm, QueryTerm];
  /** The first term's share, 0 … 100. */
  balance: number;
  filter: ArtworkFilter;
  labels: readonly [string, string];
}

/** One slider between two terms. It is sent when it is released, or by its button without client JavaScript. */
export function BalanceControl({ terms, balance, filter, labels }: BalanceControlProps) {
  const t = useTranslations('search');
  const fields = [
    ...terms.map(({ kind, ref }): [string, string] => [kind, ref]),
    ...filterParameters(filter).map(([name = '', value = '']): [string, string] => [name, value]),
  ];
  return (
    <SubmitOnChange action="/search/blend" method="get">
      <HiddenFields fields={fields} />
      <label htmlFor="balance" className="font-[550]">
        {t('blend')}
      </label>
      {/* The first term stands on the right, where more of it is. */}
      <input
        id="balance"
        type="range"
        name="balance"
        min={0}
        max={100}
        step={5}
        defaultValue={balance}
        className="mt-2 block h-7 w-full"
      />
      <div className="flex justify-between gap-4 text-fine text-quiet">
        <span>{labels[1]}</span>
        <span className="text-right">{labels[0]}</span>
      </div>
      <noscript>
        <button type="submit" className="button-quiet mt-3">
          {t('blend')}
        </button>
      </noscript>
    </SubmitOnChange>
  );
}
