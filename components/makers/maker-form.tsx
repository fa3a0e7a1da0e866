import { useTranslations } from 'next-intl';
import { Notice } from '@/components/layout/notice';

export type MakerTexts = Readonly<
  Record<'name' | 'otherNames' | 'birthYear' | 'deathYear' | 'nationality' | 'wikidataId' | 'ulanId', string>
>;

interface MakerFormProps {
  action: string;
  /** What was saved last. */
  saved: MakerTexts;
  /** What was typed and refused, and why. */
  refusal: { readonly detail: string; readonly fields: Readonly<Record<string, string>> } | null;
}

const fields = [
  { name: 'name', max: 200, wide: true },
  { name: 'otherNames', max: 20_000, hintKey: 'otherNames', wide: true },
  { name: 'birthYear', max: 6, hintKey: 'years' },
  { name: 'deathYear', max: 6, hintKey: 'years' },
  { name: 'nationality', max: 100 },
  { name: 'wikidataId', max: 20, hintKey: 'wikidataId' },
  { name: 'ulanId', max: 20, hintKey: 'ulanId' },
] as const;

/** A maker's record. Fields that were refused show what was typed, and what somebody else has saved meanwhile. */
export function MakerForm({ action, saved, refusal }: MakerFormProps) {
  const t = useTranslations('makers');
  return (
    <form action={action} method="post" encType="multipart/form-data" className="space-y-6">
      {refusal && <Notice role="alert" title={refusal.detail} />}
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        {fields.map((field) => {
          const { name, max } = field;
          const typed = refusal?.fields[name];
          const before = refusal?.fields[`base.${name}`];
          const isOthers = before !== undefined && before !== saved[name] && typed !== saved[name];
          // What only others have changed is theirs.
          const value = typed === undefined || (isOthers && typed === before) ? saved[name] : typed;
          const input = {
            id: name,
            name,
            maxLength: max,
            required: name === 'name',
            defaultValue: value,
            className: 'field',
          };
          return (
            <div key={name} className={'wide' in field ? 'sm:col-span-2' : ''}>
              <label htmlFor={name} className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3">
                {t(`fields.${name}`)}
                {'hintKey' in field && (
                  <span className="text-fine text-quiet">{t(`hints.${field.hintKey}`)}</span>
                )}
              </label>
              {name === 'otherNames' ? <textarea {...input} rows={4} /> : <input {...input} />}
              <input type="hidden" name={`base.${name}`} value={saved[name]} />
              {isOthers && value !== saved[name] && (
                <p className="mt-1.5 text-fine whitespace-pre-line text-seal">
                  {t('theirs', { value: saved[name] || t('nothing') })}
                </p>
              )}
            </div>
          );
        })}
      </div>
      <button type="submit" className="button">
        {t('save')}
      </button>
    </form>
  );
}
