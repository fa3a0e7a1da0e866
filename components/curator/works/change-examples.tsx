import { useTranslations } from 'next-intl';
import { type ArtworkDetails } from '@/lib/catalog/artwork';
import { type EditableField, type FieldEdit, fieldsChangedBy } from '@/lib/curation/field-edit';
import { type ChangePreview } from '@/lib/curation/preview-change';
import { renditionUrl } from '@/lib/images/rendition-url';
import { fieldText } from './field-text';

interface ChangeExamplesProps {
  preview: ChangePreview;
  edit: FieldEdit | null;
}

/** The works that a change is about: how many, and of the first what they are before and after. */
export function ChangeExamples({ preview, edit }: ChangeExamplesProps) {
  const t = useTranslations('works');
  const { changed, unchanged, refused, examples } = preview;
  const others = changed + refused - examples.length;
  return (
    <section aria-labelledby="preview" className="border-t border-ink pt-3">
      <h2 id="preview" className="font-serif text-head">
        {t('previewTitle')}
      </h2>
      <p role="status" className="mt-1 text-quiet">
        {t('summary', { changed, unchanged, refused })}
      </p>
      <ul className="mt-3">
        {examples.map((outcome) => (
          <li key={outcome.artwork.id} className="flex items-start gap-4 border-b border-rule py-2.5">
            <img
              src={renditionUrl(outcome.artwork.image.key, 224)}
              alt=""
              width={48}
              height={48}
              loading="lazy"
              className="size-12 shrink-0 object-cover"
              style={{ backgroundColor: outcome.artwork.image.colour }}
            />
            <div className="min-w-0 flex-1">
              <p className="font-serif break-words italic">{outcome.artwork.title}</p>
              {outcome.kind === 'refused' ? (
                <p className="text-fine text-seal">{outcome.reason}</p>
              ) : (
                edit && <BeforeAfter before={outcome.artwork} after={outcome.after} field={edit.field} />
              )}
            </div>
          </li>
        ))}
      </ul>
      {others > 0 && <p className="mt-3 text-quiet">{t('andOthers', { count: others })}</p>}
    </section>
  );
}

interface BeforeAfterProps {
  before: ArtworkDetails;
  after: ArtworkDetails;
  field: EditableField;
}

function BeforeAfter({ before, after, field }: BeforeAfterProps) {
  const t = useTranslations('works');
  const textOf = (details: ArtworkDetails) =>
    fieldsChangedBy(field)
      .map((name) => fieldText(details[name]))
      .filter((text) => text !== '')
      .join(' · ');
  const [old, now] = [textOf(before), textOf(after)];
  return (
    <p className="text-fine break-words">
      {old === '' ? (
        <span className="text-quiet">{t('nothing')}</span>
      ) : (
        <del className="text-quiet">{old}</del>
      )}
      <span aria-hidden="true"> → </span>
      {now === '' ? (
        <span className="text-quiet">{t('nothing')}</span>
      ) : (
        <ins className="no-underline">{now}</ins>
      )}
    </p>
  );
}
