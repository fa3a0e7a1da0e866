import { useFormatter, useTranslations } from 'next-intl';
import { type ImportReport } from '@/lib/imports/import-reports';

/** When an import began, and by whom. */
export function ImportStart({ report: { startedAt, startedBy } }: { report: ImportReport }) {
  const t = useTranslations('imports');
  const actor = useTranslations('audit');
  const format = useFormatter();
  const when = format.relativeTime(startedAt, new Date());
  if (startedBy === null) return t('begun', { when });
  const who = actor('actor', { kind: startedBy.kind.replace('-', '_'), name: startedBy.name });
  return t('begunBy', { when, who });
}
