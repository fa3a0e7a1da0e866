export type ProgressStep = { doing: 'sending'; part: number } | { doing: 'looking' } | { doing: 'reading' };

const words = {
  sending: { title: 'Sending', label: 'Sending the picture' },
  looking: { title: 'Looking at it', label: 'Looking at the picture' },
  reading: { title: 'Reading it here', label: 'Reading the picture on this device' },
} as const;

/** A picture that is being searched with, and how far that is. */
export function PictureProgress({ previewUrl, progress }: { previewUrl: string; progress: ProgressStep }) {
  const { title, label } = words[progress.doing];
  return (
    <div role="status" className="flex items-center gap-6">
      <img src={previewUrl} alt="Your picture" className="max-h-56 max-w-[55%] object-contain" />
      <div className="flex-1 space-y-2">
        <p className="font-serif text-head">{title}</p>
        <progress
          aria-label={label}
          value={progress.doing === 'sending' ? progress.part : undefined}
          max={1}
          className="h-1.5 w-full max-w-60"
        />
      </div>
    </div>
  );
}
