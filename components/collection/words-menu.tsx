import { useTranslations } from 'next-intl';
import { Menu } from './menu';

/** A menu for words that works must have: a field of the form around it. */
export function WordsMenu({ text }: { text: string | undefined }) {
  const t = useTranslations('collection');
  const words = useTranslations('browse');
  return (
    <Menu label={t('words')} mark={text && '✓'}>
      <div className="space-y-3 p-4">
        <label className="block text-fine">
          {words('textLabel')}
          <input
            type="search"
            name="q"
            // Another address is another field: what was typed belongs to the last.
            key={text}
            defaultValue={text ?? ''}
            maxLength={200}
            className="field mt-1"
          />
        </label>
        <button type="submit" className="button w-full">
          {t('showWorks')}
        </button>
      </div>
    </Menu>
  );
}
