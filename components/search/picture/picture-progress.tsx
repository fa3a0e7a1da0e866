import { useTranslations } from 'next-intl';

export type ProgressStep =
  { doing: 'sending'; part: number } | { doing: 'fetching' } | { doing: 'searching' } | { doing: 'reading' };

interface PictureProgressProps {
  /** Null: of a picture at an address, which only the server sees. */
  previewUrl: string | null;
  progress: ProgressStep;
}

/** A picture that is being searched with, and the progress. */
export function PictureProgress({ previewUrl, progress }: PictureProgressProps) {
  const t = useTranslations('picture');
  return (
    <div role="status" className="flex items-center gap-6">
      {previewUrl && (
        <img src={previewUrl} alt={t('yours')} className="max-h-56 max-w-[55%] object-contain" />
      )}
      <div className="flex-1 space-y-2">
        <p className="font-serif text-head">{t(progress.doing)}</p>
        <progress
          aria-label={t(`${progress.doing}Label`)}
          value={progress.doing === 'sending' ? progress.part : undefined}
          max={1}
          className="h-1.5 w-full max-w-60"
        />
      </div>
    </div>
  );
}
