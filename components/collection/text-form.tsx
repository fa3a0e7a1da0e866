import { useTranslations } from 'next-intl';
import { HiddenFields } from '@/components/forms/hidden-fields';

interface TextFormProps {
  /** The path of the list. */
  action: string;
  /** What the list keeps when its text changes. */
  kept: readonly [name: string, value: string][];
  text: string | undefined;
}

/** Words that narrow a list of works. */
export function TextForm({ action, kept, text }: TextFormProps) {
  const t = useTranslations('browse');
  return (
    <form action={action} method="get" role="search" className="flex w-full max-w-md">
      <HiddenFields fields={kept} />
      <label htmlFor="q" className="sr-only">
        {t('textLabel')}
      </label>
      <input
        id="q"
        type="search"
        name="q"
        defaultValue={text ?? ''}
        maxLength={200}
        placeholder={t('textHint')}
        className="field border-r-0"
      />
      <button type="submit" className="button shrink-0">
        {t('search')}
      </button>
    </form>
  );
}
