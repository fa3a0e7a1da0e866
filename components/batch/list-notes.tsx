import { useTranslations } from 'next-intl';
import { useGap } from '@/components/layout/gap';
import { type BatchList } from '@/lib/batch/batch-view';

const shownMax = 20;

/** What of the list could not be used. Nothing is drawn if there is no list. */
export function ListNotes({ list }: { list: BatchList | null }) {
  const t = useTranslations('batch');
  const gap = useGap();
  if (list === null) return null;
  const { missing, repeated, refused, ignoredColumns } = list;
  const notes = [
    ...(missing.length > 0 ? [t('list.missing', { count: missing.length })] : []),
    ...(repeated.length > 0 ? [t('list.repeated', { count: repeated.length })] : []),
    ...(refused.length > 0 ? [t('list.refused', { count: refused.length })] : []),
    ...(ignoredColumns.length > 0 ? [t('list.ignored', { columns: ignoredColumns.join(', ') })] : []),
  ];
  const lines = [
    ...missing.map(({ line, file }) => ({ line, text: file })),
    ...repeated.map(({ line, file }) => ({ line, text: file })),
    ...refused.map(({ line, reason }) => ({ line, text: reason })),
  ].sort((a, b) => a.line - b.line);
  return (
    <div className="text-quiet">
      <p>
        {t('list.used', { name: list.name, count: list.works })}
        {gap}
        {notes.join(gap)}
      </p>
      {lines.length > 0 && (
        <details className="mt-1">
          <summary className="link inline-flex min-h-6 items-center">{t('list.lines')}</summary>
          <ul className="mt-1 text-fine">
            {lines.slice(0, shownMax).map(({ line, text }) => (
              <li key={line} className="break-words">
                {t('list.line', { line, text })}
              </li>
            ))}
          </ul>
          {lines.length > shownMax && (
            <p className="text-fine">{t('list.more', { count: lines.length - shownMax })}</p>
          )}
        </details>
      )}
    </div>
  );
}
