import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type ImportedRecord } from '@/lib/catalog/imports.repository';

interface RecordListProps {
  outcome: 'postponed' | 'refused' | 'vanished';
  /** How many there are; only the first of them are listed. */
  total: number;
  records: readonly ImportedRecord[];
}

/** Records of a source that a curator may want to know of, each with the reason. Nothing is drawn if there are none. */
export function RecordList({ outcome, total, records }: RecordListProps) {
  const t = useTranslations('imports');
  if (records.length === 0) return null;
  return (
    <section aria-labelledby={outcome}>
      <h2 id={outcome} className="font-serif text-head">
        {t(`records.${outcome}`)}
      </h2>
      <p className="mt-1 max-w-prose text-quiet">{t(`records.${outcome}Help`)}</p>
      <ul className="mt-3">
        {records.map(({ source, sourceId, artworkId, reason }) => (
          <li
            key={`${source} ${sourceId}`}
            className="grid grid-cols-[minmax(0,1fr)] gap-x-8 border-b border-rule py-2.5 first:border-t md:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]"
          >
            <span className="wrap-anywhere text-quiet">
              {artworkId === null ? (
                sourceId
              ) : (
                <Link href={`/admin/works/${artworkId}`} className="link">
                  {sourceId}
                </Link>
              )}
            </span>
            <span className="wrap-anywhere">{reason}</span>
          </li>
        ))}
      </ul>
      {total > records.length && (
        <p className="mt-3 text-quiet">{t('records.more', { count: total - records.length })}</p>
      )}
    </section>
  );
}
