import { Link } from '@/i18n/link';
import { type ImportReport } from '@/lib/imports/import-reports';
import { ImportControls } from './import-controls';
import { ImportProgress } from './import-progress';
import { ImportStart } from './import-start';
import { RequestName } from './request-name';

interface ImportListProps {
  id: string;
  title: string;
  reports: readonly ImportReport[];
}

/** Imports, each with how far it is and what can be done with it. Nothing is drawn if there are none. */
export function ImportList({ id, title, reports }: ImportListProps) {
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="border-t border-ink pt-3 font-serif text-head">
        {title}
      </h2>
      <ul className="mt-2">
        {reports.map((report) => (
          <li
            key={report.id}
            className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-3 border-b border-rule py-4 md:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div className="min-w-0">
              <Link
                href={`/admin/imports/runs/${report.id}`}
                className="font-serif text-read underline-offset-4 hover:underline"
              >
                {report.title}
              </Link>
              <p className="wrap-anywhere text-quiet empty:hidden">
                <RequestName report={report} />
              </p>
              <ImportProgress report={report} />
              <p className="mt-1 text-fine text-quiet">
                <ImportStart report={report} />
              </p>
            </div>
            <ImportControls report={report} />
          </li>
        ))}
      </ul>
    </section>
  );
}
