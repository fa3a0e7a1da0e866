import { useTranslations } from 'next-intl';
import { type ArtworkFilter } from '@/lib/catalog/artwork';
import { filterParameters, type QueryTerm } from '@/lib/search/query';
import { type SearchReference } from '@/lib/search/references';
import { DevicePicture } from '@/components/device/device-picture';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { renditionUrl } from '@/lib/images/rendition-url';
import { SubmitOnChange } from '@/components/forms/submit-on-change';

interface WeightsControlProps {
  terms: readonly QueryTerm[];
  references: readonly SearchReference[];
  filter: ArtworkFilter;
}

/** A weight for every term, from "less like it" to "more like it". */
export function WeightsControl({ terms, references, filter }: WeightsControlProps) {
  const t = useTranslations('search');
  const kinds = useTranslations('kinds');
  const kept = filterParameters(filter).map(([name = '', value = '']): [string, string] => [name, value]);
  return (
    <SubmitOnChange action="/search/blend" method="get" className="space-y-5">
      <HiddenFields fields={kept} />
      <p className="font-[550]">{t('weights')}</p>
      {terms.map(({ kind, ref, weight }) => {
        const reference = references.find((candidate) => candidate.ref === ref);
        const title = reference?.artwork?.title ?? t('yourPicture');
        const id = `weight-${kind}-${ref}`;
        return (
          <div key={id} className="flex items-center gap-4">
            {reference?.image ? (
              <img
                src={renditionUrl(reference.image.key, 320)}
                alt=""
                className="size-14 shrink-0 object-cover"
                style={{ backgroundColor: reference.image.colour }}
              />
            ) : (
              <DevicePicture id={ref} size="thumb" />
            )}
            <div className="min-w-0 flex-1">
              <label htmlFor={id} className="block truncate text-fine">
                {kinds.rich('ofMarked', { kind, title, i: (text) => <i className="font-serif">{text}</i> })}
              </label>
              <input type="hidden" name={kind} value={ref} />
              <input
                id={id}
                type="range"
                name="weight"
                min={-100}
                max={100}
                step={5}
                defaultValue={Math.round(weight * 100)}
                className="block h-7 w-full"
              />
            </div>
          </div>
        );
      })}
      <div className="flex justify-between text-fine text-quiet">
        <span>{t('lessLike')}</span>
        <span>{t('moreLike')}</span>
      </div>
      <noscript>
        <button type="submit" className="button-quiet">
          {t('blend')}
        </button>
      </noscript>
    </SubmitOnChange>
  );
}
