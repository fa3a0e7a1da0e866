import { useTranslations } from 'next-intl';
import { type Artwork, publications } from '@/lib/catalog/artwork';
import { DateReading } from '@/components/curator/date-reading';
import { EditField, type FieldName, type FieldState } from './edit-field';
import { MakerRows } from './maker-rows';
import { type MakerTexts } from './maker-row';
import { RightsField } from './rights-field';
import { SuggestedField } from './suggested-field';
import { TextRows } from './text-rows';

type Rows = readonly Readonly<Record<string, string>>[];

export interface WorkFieldsProps {
  artwork: Artwork;
  /** The form's texts by name. */
  fields: Readonly<Record<string, string>>;
  rows: Readonly<Record<'titles' | 'makers' | 'descriptions' | 'altTexts', Rows>>;
  states: Readonly<Record<FieldName, FieldState>>;
  /** Ids of the makers' records by name. */
  records: Readonly<Record<string, string>>;
  /** Of the choice of rights: a statement that is none of the well-known ones. */
  otherRights: string;
}

/** All fields of a work but its picture's. */
export function WorkFields({ artwork, fields, rows, states, records, otherRights }: WorkFieldsProps) {
  const t = useTranslations('editing');
  const text = (name: FieldName, max: number, hint?: string) => (
    <EditField name={name} state={states[name]} hint={hint} inputId={name}>
      <input id={name} name={name} maxLength={max} defaultValue={fields[name]} className="field" />
    </EditField>
  );
  const suggested = (name: FieldName, max: number, several = false) => (
    <EditField name={name} state={states[name]} hint={several ? t('hints.values') : undefined} inputId={name}>
      <SuggestedField
        name={name}
        label={t(`fields.${name}`)}
        value={fields[name] ?? ''}
        max={max}
        several={several}
        describedBy={several ? `${name}-hint` : undefined}
      />
    </EditField>
  );
  const small = (name: 'year' | 'dateText' | 'dimensionsText' | 'heightCm' | 'widthCm', max: number) => (
    <label className="block min-w-0 grow text-fine text-quiet">
      {t(name)}
      <input
        name={name}
        maxLength={max}
        defaultValue={fields[name]}
        className="field mt-1 text-base text-ink"
      />
    </label>
  );
  return (
    <>
      <datalist id="languages">
        {['en', 'fr', 'de', 'it', 'es', 'nl', 'ja', 'ja-Latn', 'zh', 'ko', 'ru', 'la'].map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <Part title={t('parts.names')}>
        <EditField name="titles" state={states.titles} hint={t('hints.titles')} wide>
          <TextRows part="titles" rows={rows.titles} max={300} />
        </EditField>
        <EditField name="makers" state={states.makers} hint={t('hints.makers')} wide>
          <MakerRows rows={rows.makers as readonly Partial<MakerTexts>[]} records={records} />
        </EditField>
      </Part>
      <Part title={t('parts.made')}>
        <EditField name="date" state={states.date} hint={t('hints.date')} wide>
          <div className="grid gap-3 sm:grid-cols-2">
            {small('dateText', 100)}
            {small('year', 6)}
          </div>
          <div className="mt-1.5 text-fine text-quiet">
            <DateReading artwork={artwork} />
            {t('hints.year')}
          </div>
        </EditField>
        {suggested('objectKind', 100)}
        {suggested('medium', 200)}
        {suggested('technique', 200)}
        {suggested('placeMade', 200)}
        <EditField name="dimensions" state={states.dimensions} hint={t('hints.dimensions')} wide>
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-[2fr_1fr_1fr]">
            <div className="col-span-2 sm:col-span-1">{small('dimensionsText', 500)}</div>
            {small('heightCm', 12)}
            {small('widthCm', 12)}
          </div>
        </EditField>
      </Part>
      <Part title={t('parts.about')}>
        {suggested('movements', 2000, true)}
        {suggested('genres', 2000, true)}
        {suggested('subjects', 10_000, true)}
      </Part>
      <Part title={t('parts.kept')}>
        {suggested('collection', 200)}
        {text('accessionNumber', 100)}
        {suggested('creditLine', 500)}
        {text('sourceUrl', 500, t('hints.sourceUrl'))}
        <EditField name="rights" state={states.rights} wide>
          <RightsField fields={fields} other={otherRights} />
        </EditField>
      </Part>
      <Part title={t('parts.texts')}>
        <EditField name="descriptions" state={states.descriptions} wide>
          <TextRows part="descriptions" rows={rows.descriptions} max={5000} lines={5} />
        </EditField>
        <EditField name="altTexts" state={states.altTexts} hint={t('hints.altTexts')} wide>
          <TextRows part="altTexts" rows={rows.altTexts} max={1000} lines={2} />
        </EditField>
      </Part>
      <Part title={t('parts.shown')}>
        <EditField name="publication" state={states.publication} inputId="publication" wide>
          <select id="publication" name="publication" defaultValue={fields.publication} className="field">
            {publications.map((publication) => (
              <option key={publication} value={publication}>
                {t(`publications.${publication}`)}
              </option>
            ))}
          </select>
        </EditField>
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h2 className="mb-5 border-t border-ink pt-3 font-serif text-head">{title}</h2>
      <div className="grid gap-x-6 gap-y-6 sm:grid-cols-2">{children}</div>
    </section>
  );
}
