import { useTranslations } from 'next-intl';

/** How much of the network has been downloaded to the device; then it is being prepared. */
export function BytesProgress({ bytesDone, bytesAll }: { bytesDone: number; bytesAll: number }) {
  const t = useTranslations('device');
  return (
    <span className="flex items-center gap-3">
      <progress
        aria-label={t('progress')}
        value={bytesAll > 0 ? bytesDone : undefined}
        max={bytesAll || 1}
        className="h-1.5 w-24"
      />
      {bytesAll > 0 && bytesDone < bytesAll
        ? t('bytes', { done: bytesDone / 1e6, all: bytesAll / 1e6 })
        : t('preparing')}
    </span>
  );
}
