import { useTranslations } from 'next-intl';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { ClientMessages } from '@/components/layout/client-messages';
import { WordsField } from './words-field';

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
      <ClientMessages of={['words']}>
        <WordsField id="q" text={text ?? ''} placeholder={t('textHint')} className="field border-r-0" />
      </ClientMessages>
      <button type="submit" className="button shrink-0">
        {t('search')}
      </button>
    </form>
  );
}
