import { useTranslations } from 'next-intl';
import { type BatchRow } from '@/lib/batch/batch-view';

/** What is wrong in the active cell, above the table, where there is always room for it. */
export function CellMessage({ row, column }: { row: BatchRow | undefined; column: string }) {
  const t = useTranslations('batch');
  const issue = row?.issues[column];
  return (
    <p role="status" className="min-h-11 py-2 text-fine sm:min-h-8">
      {issue === undefined ? (
        <span className="text-quiet max-sm:hidden">{t('keys')}</span>
      ) : (
        <span className="text-seal">
          {t('wrongCell', { column: t(`columns.${column}` as 'columns.title'), issue })}
        </span>
      )}
    </p>
  );
}
