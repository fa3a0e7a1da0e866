import { useTranslations } from 'next-intl';
import { type Change } from '@/lib/catalog/change';

/** The fields of a change, each as it was before and is afterwards. Long ones are opened by a press. */
export function ChangedFields({ before, after }: Pick<Change, 'before' | 'after'>) {
  const t = useTranslations('audit');
  const names = Object.keys({ ...before, ...after }).filter(
    (name) => isSomething(before?.[name]) || isSomething(after?.[name]),
  );
  if (names.length === 0) return null;
  const isLong = names.length > 4;
  const list = (
    <dl className="mt-1.5 grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-1 text-fine sm:grid-cols-[10rem_minmax(0,1fr)]">
      {names.map((name) => (
        <div key={name} className="contents">
          <dt className="text-quiet">{name}</dt>
          <dd className="mb-1 wrap-anywhere whitespace-pre-wrap sm:mb-0">
            {isSomething(before?.[name]) && <del className="mr-2 text-quiet">{textOf(before?.[name])}</del>}
            {isSomething(after?.[name]) && <ins className="no-underline">{textOf(after?.[name])}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
  if (!isLong) return list;
  return (
    <details>
      <summary className="mt-0.5 inline-block py-1 text-fine link">
        {t('fields', { count: names.length })}
      </summary>
      {list}
    </details>
  );
}

const isSomething = (value: unknown) =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

function textOf(value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('; ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
