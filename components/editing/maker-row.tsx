'use client';

import { useTranslations } from 'next-intl';
import { makerQualifiers } from '@/lib/catalog/maker';
import { type Suggestion } from '@/lib/catalog/suggestion';
import { SuggestInput, yearsOf } from './suggest-input';

/** One maker as the form has it. `known`: the name of the record that years and identifiers are from. */
export type MakerTexts = Readonly<
  Record<
    'name' | 'known' | 'role' | 'qualifier' | 'birthYear' | 'deathYear' | 'wikidataId' | 'ulanId',
    string
  >
>;

const unidentified = { known: '', birthYear: '', deathYear: '', wikidataId: '', ulanId: '' };
export const noMaker: MakerTexts = { ...unidentified, name: '', role: '', qualifier: '' };
const identifiers = ['birthYear', 'deathYear', 'wikidataId', 'ulanId'] as const;

interface MakerRowProps {
  at: number;
  row: MakerTexts;
  /** Of the maker's own record, if this is one that the work credits. */
  recordId: string | undefined;
  onChange: (row: MakerTexts) => void;
  onRemove: (() => void) | undefined;
  onUp: (() => void) | undefined;
}

export function MakerRow({ at, row, recordId, onChange, onRemove, onUp }: MakerRowProps) {
  const t = useTranslations('editing');
  const what = t('makerN', { n: at + 1 });
  const prefix = `makers.${at}`;
  const isKnown = row.known !== '' && row.known === row.name;
  const setName = (name: string, chosen?: Suggestion) => {
    const left = row.known !== '' && name !== row.known ? unidentified : {};
    onChange({ ...row, ...left, name, ...(chosen?.maker && { ...chosen.maker, known: name }) });
  };
  return (
    <fieldset className="border-l border-rule pl-4">
      <legend className="float-left mb-1.5 w-full">{what}</legend>
      <div className="clear-both grid gap-3 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <label htmlFor={`${prefix}.name`} className="mb-1 block text-fine text-quiet">
            {t('makerName')}
          </label>
          <SuggestInput
            id={`${prefix}.name`}
            name={`${prefix}.name`}
            label={what}
            field="makers"
            value={row.name}
            onChange={setName}
            max={200}
          />
        </div>
        <label className="block text-fine text-quiet">
          {t('qualifier')}
          <select
            name={`${prefix}.qualifier`}
            value={row.qualifier}
            onChange={(event) => onChange({ ...row, qualifier: event.target.value })}
            className="field mt-1 text-base text-ink"
          >
            <option value="">{t('byMaker')}</option>
            {makerQualifiers.map((qualifier) => (
              <option key={qualifier} value={qualifier}>
                {t(`qualifiers.${qualifier}`)}
              </option>
            ))}
          </select>
        </label>
        <div>
          <label htmlFor={`${prefix}.role`} className="mb-1 block text-fine text-quiet">
            {t('role')}
          </label>
          <SuggestInput
            id={`${prefix}.role`}
            name={`${prefix}.role`}
            label={t('role')}
            field="role"
            value={row.role}
            onChange={(role) => onChange({ ...row, role })}
            max={100}
            placeholder={t('roleHint')}
          />
        </div>
      </div>
      <input type="hidden" name={`${prefix}.known`} value={row.known} />
      {isKnown ? (
        <p className="mt-2 text-fine text-quiet">
          {identifiers.map((name) => (
            <input key={name} type="hidden" name={`${prefix}.${name}`} value={row[name]} />
          ))}
          {[yearsOf(row).trim(), row.wikidataId, row.ulanId].filter(Boolean).join(' · ')}{' '}
          {recordId !== undefined && (
            <a href={`/admin/makers/${recordId}`} className="link">
              {t('editMaker')}
            </a>
          )}
        </p>
      ) : (
        <Identifiers row={row} prefix={prefix} onChange={onChange} />
      )}
      <div className="mt-1 flex gap-5 text-fine">
        {onRemove && (
          <button type="button" className="link py-1" aria-label={t('removeN', { what })} onClick={onRemove}>
            {t('remove')}
          </button>
        )}
        {onUp && (
          <button type="button" className="link py-1" aria-label={t('upN', { what })} onClick={onUp}>
            {t('up')}
          </button>
        )}
      </div>
    </fieldset>
  );
}

function Identifiers({
  row,
  prefix,
  onChange,
}: Pick<MakerRowProps, 'row' | 'onChange'> & { readonly prefix: string }) {
  const t = useTranslations('editing');
  return (
    <details className="mt-2 text-fine" open={identifiers.some((name) => row[name] !== '')}>
      <summary className="link inline-block py-1">{t('identify')}</summary>
      <p className="text-quiet">{t('identifyHint')}</p>
      <div className="mt-2 grid grid-cols-2 gap-3 sm:grid-cols-4">
        {identifiers.map((name) => (
          <label key={name} className="block text-quiet">
            {t(name)}
            <input
              name={`${prefix}.${name}`}
              maxLength={20}
              value={row[name]}
              onChange={(event) => onChange({ ...row, [name]: event.target.value })}
              className="field mt-1 text-base text-ink"
            />
          </label>
        ))}
      </div>
    </details>
  );
}
