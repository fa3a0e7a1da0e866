import { useTranslations } from 'next-intl';
import { Gap } from '@/components/layout/gap';
import { Link } from '@/i18n/link';
import { type ImportReport } from '@/lib/imports/import-reports';

interface StarterPartProps {
  /** Whether the next start fetches it. */
  isExpected: boolean;
  /** Of all sources. */
  reports: readonly ImportReport[];
}

/** The works that a new site begins with: what they are, and whether this site has them. */
export function StarterPart({ isExpected, reports }: StarterPartProps) {
  const t = useTranslations('imports.starter');
  const report = reports.find(({ source }) => source === 'starter');
  const isDeclined = report === undefined || report.phase === 'cancelled';
  return (
    <section aria-labelledby="starter">
      <h2 id="starter" className="border-t border-ink pt-3 font-serif text-head">
        {t('title')}
      </h2>
      <p className="mt-2 max-w-prose text-quiet">
        {t('lead')}
        <Gap />
        {report === undefined && t(isExpected ? 'expected' : 'notBegun')}
        {report?.phase === 'cancelled' && t('declined')}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        {isDeclined && (
          <form
            action="/admin/imports/decide"
            method="post"
            encType="multipart/form-data"
            className="flex gap-3"
          >
            <button type="submit" name="action" value="fetch-starter" className="button-quiet">
              {t('fetch')}
            </button>
            {report === undefined && isExpected && (
              <button type="submit" name="action" value="decline-starter" className="button-quiet">
                {t('decline')}
              </button>
            )}
          </form>
        )}
        {report !== undefined && !isDeclined && (
          <Link href={`/admin/imports/runs/${report.id}`} className="link py-1">
            {t('report')}
          </Link>
        )}
        <Link href="/admin/imports/starter?search=1" className="link py-1">
          {t('choose')}
        </Link>
      </div>
    </section>
  );
}
