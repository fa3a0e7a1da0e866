import { useTranslations } from 'next-intl';

interface ThumbnailChoiceProps {
  id: string;
  chosen: boolean;
  onChange: (chosen: boolean) => void;
}

/** Whether a small copy is sent as well: a checkbox and its label, for a grid of two columns. */
export function ThumbnailChoice({ id, chosen, onChange }: ThumbnailChoiceProps) {
  const t = useTranslations('device');
  return (
    <>
      <input
        id={id}
        type="checkbox"
        checked={chosen}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="mt-2 size-4 translate-y-0.5 accent-seal"
      />
      <label htmlFor={id} className="mt-2 text-fine">
        {t('thumbnail')}
      </label>
    </>
  );
}
