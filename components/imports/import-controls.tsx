import { useTranslations } from 'next-intl';
import { type ImportPhase, type ImportReport } from '@/lib/imports/import-reports';

type Control = 'pause' | 'resume' | 'cancel' | 'again';

const possible: Readonly<Record<ImportPhase, readonly Control[]>> = {
  waiting: ['pause', 'cancel'],
  running: ['pause', 'cancel'],
  resting: ['resume', 'pause', 'cancel'],
  paused: ['resume', 'cancel'],
  stopped: ['resume', 'cancel'],
  interrupted: ['resume', 'cancel'],
  cancelled: ['again'],
  finished: ['again'],
};

/** What can be done with an import, as buttons that need no JavaScript. */
export function ImportControls({ report: { id, phase, title } }: { report: ImportReport }) {
  const t = useTranslations('imports.controls');
  return (
    <form
      action={`/admin/imports/runs/${id}/control`}
      method="post"
      encType="multipart/form-data"
      className="flex flex-wrap gap-3"
    >
      {possible[phase].map((control) => (
        <button
          key={control}
          type="submit"
          name="action"
          value={control}
          aria-label={t(`${control}Named`, { title })}
          className="button-quiet"
        >
          {t(phase === 'resting' && control === 'resume' ? 'resumeNow' : control)}
        </button>
      ))}
    </form>
  );
}
