import { type ArtworkFilter } from '@/lib/catalog/artwork';
import { filterParameters, type QueryTerm } from '@/lib/search/query';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { SubmitOnChange } from '@/components/forms/submit-on-change';

interface BalanceControlProps {
  /** Style first, then content; in one picture or of two. */
  terms: readonly [QueryTerm, QueryTerm];
  /** The first term's part, 0 … 100. */
  balance: number;
  filter: ArtworkFilter;
  title: string;
  labels: readonly [string, string];
}

/** One slider between two wishes. Sent when it comes to rest; by its button without client JavaScript. */
export function BalanceControl({ terms, balance, filter, title, labels }: BalanceControlProps) {
  const fields = [
    ...terms.map(({ kind, ref }): [string, string] => [kind, ref]),
    ...filterParameters(filter).map(([name = '', value = '']): [string, string] => [name, value]),
  ];
  return (
    <SubmitOnChange action="/search/blend" method="get">
      <HiddenFields fields={fields} />
      <label htmlFor="balance" className="font-[550]">
        {title}
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
          Blend
        </button>
      </noscript>
    </SubmitOnChange>
  );
}
