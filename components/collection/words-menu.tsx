import { useTranslations } from 'next-intl';
import { ClientMessages } from '@/components/layout/client-messages';
import { Menu } from './menu';
import { WordsField } from './words-field';

/** A menu for words that works must have: a field of the form around it. */
export function WordsMenu({ text }: { text: string | undefined }) {
  const t = useTranslations('collection');
  const words = useTranslations('browse');
  return (
    <Menu label={t('words')} mark={text && '✓'}>
      <div className="space-y-3 p-4">
        <label className="block text-fine" htmlFor="words">
          {words('textLabel')}
        </label>
        <ClientMessages of={['words']}>
          <WordsField id="words" text={text ?? ''} />
        </ClientMessages>
        <button type="submit" className="button w-full">
          {t('showWorks')}
        </button>
      </div>
    </Menu>
  );
}
