import { useTranslations } from 'next-intl';
import { LabelledField } from '@/components/forms/labelled-field';
import { isUploadedAddress } from '@/lib/imports/reading/given-list';
import { allRightsField } from '@/lib/imports/preview/preview-query';
import { oaiPrefixes } from '@/lib/imports/reading/oai-list';
import { type Choice, type ImportChoice, type Source } from '@/lib/imports/source';

interface SourceFormProps {
  source: Source;
  choice: ImportChoice;
}

/** What a source can be asked, as it declares it. Sent as the page's address. */
export function SourceForm({ source, choice }: SourceFormProps) {
  const t = useTranslations('imports');
  const { name, choices } = source;
  const uploaded = isUploadedAddress(choice.address) ? choice.address : undefined;
  return (
    <form action={`/admin/imports/${name}`} method="get" className="mt-8 max-w-5xl">
      <input type="hidden" name="search" value="1" />
      {uploaded !== undefined && <input type="hidden" name="address" value={uploaded} />}
      <div className="grid gap-x-6 gap-y-5 empty:hidden sm:grid-cols-2 lg:grid-cols-3">
        {choices
          .filter((one) => name !== 'csv' || one !== 'address')
          .map((one) => (
            <ChoiceField key={one} source={source} name={one} value={choice[one]} />
          ))}
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-x-8 gap-y-3">
        <label className="flex min-h-11 items-center gap-2.5">
          <input
            type="checkbox"
            name={allRightsField}
            value="1"
            defaultChecked={!choice.openOnly}
            className="size-4.5 accent-seal"
          />
          {t('allRights')}
        </label>
        <button type="submit" className="button">
          {t(choices.includes('query') ? 'search' : 'show')}
        </button>
      </div>
    </form>
  );
}

function ChoiceField({ source, name, value }: { source: Source; name: Choice; value: string | undefined }) {
  const t = useTranslations('imports.choices');
  const { examples = {}, needs = [] } = source;
  const label = source.name === 'commons' && name === 'set' ? t('category') : t(name);
  if (name === 'prefix')
    return (
      <div>
        <label htmlFor={name} className="mb-1.5 block">
          {label}
        </label>
        <select id={name} name={name} defaultValue={value ?? oaiPrefixes[0]} className="field">
          {oaiPrefixes.map((prefix) => (
            <option key={prefix} value={prefix}>
              {t(`prefixes.${prefix}`)}
            </option>
          ))}
        </select>
      </div>
    );
  const example = examples[name];
  return (
    <LabelledField
      name={name}
      label={label}
      hint={example && t('example', { example })}
      type={name === 'address' ? 'url' : 'text'}
      required={needs.length === 1 && needs.includes(name)}
      defaultValue={value}
      maxLength={1000}
    />
  );
}
