import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type ListedMaker } from '@/lib/catalog/maker-records.repository';

/** One maker of a list: name, years, other names, works. */
export function MakerLine({ maker, children }: { maker: ListedMaker; children?: React.ReactNode }) {
  const t = useTranslations('makers');
  const { birthYear, deathYear, nationality, wikidataId, ulanId, otherNames } = maker;
  const years = birthYear === null && deathYear === null ? null : `${birthYear ?? ''}–${deathYear ?? ''}`;
  const facts = [years, nationality, wikidataId, ulanId].filter(Boolean).join(' · ');
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 border-b border-rule py-3">
      <div className="min-w-0">
        <Link href={`/admin/makers/${maker.id}`} className="font-serif text-read hover:underline">
          {maker.name}
        </Link>
        {facts && <span className="ml-3 text-fine text-quiet">{facts}</span>}
        {otherNames.length > 0 && (
          <p className="text-fine text-quiet wrap-anywhere">{otherNames.join(', ')}</p>
        )}
      </div>
      <div className="flex items-baseline gap-6">
        <span className="text-fine text-quiet">{t('works', { count: maker.works })}</span>
        {children}
      </div>
    </div>
  );
}
