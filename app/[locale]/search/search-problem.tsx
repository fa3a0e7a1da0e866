import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/layout/client-messages';
import { DropZoneLater } from '@/components/search/picture/drop-zone-later';
import { Link } from '@/i18n/link';
import { database } from '@/lib/catalog/database';
import { pictureLimits } from '@/lib/images/picture-limits';
import { type Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { deviceOffer } from '@/lib/search/device-offer';
import { ShownProblem } from '../shown-problem';

/** Null while the database, which may be the problem itself, does not answer. */
function findOffer() {
  return database()
    .then((db) => deviceOffer(db))
    .catch(() => null);
}

/** Why a search has no results, and a form to start another. */
export async function SearchProblem({ problem }: { problem: Problem }) {
  const [offer, t] = await Promise.all([findOffer(), getTranslations()]);
  const { kind } = problem;
  return (
    <ShownProblem
      problem={problem}
      title={isSearchProblem(kind) ? t(`searchProblems.${kind}`) : undefined}
      beside={
        <ClientMessages of={['picture', 'device', 'refusals']}>
          <DropZoneLater bytesMax={pictureLimits().bytesMax} days={settings().queryDays} offer={offer} />
        </ClientMessages>
      }
    >
      <p>
        {t.rich('search.startAgain', {
          link: (text) => (
            <Link href="/browse" className="link">
              {text}
            </Link>
          ),
        })}
      </p>
    </ShownProblem>
  );
}

const searchKinds = ['invalid-request', 'not-found', 'gone', 'conflict', 'unavailable'] as const;

/** Whether searching has its own title for this kind of problem. */
function isSearchProblem(kind: string): kind is (typeof searchKinds)[number] {
  return searchKinds.some((one) => one === kind);
}
