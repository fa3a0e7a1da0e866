import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type Change } from '@/lib/catalog/change';
import { ChangedFields } from './changed-fields';

interface ChangeListProps {
  changes: readonly Change[];
  /** Leaves out what was changed: the page is about that one thing. */
  withoutSubject?: boolean;
}

/** Entries of the audit log: who did what to what, when, and what it was before and afterwards. */
export function ChangeList({ changes, withoutSubject = false }: ChangeListProps) {
  const t = useTranslations('audit');
  const format = useFormatter();
  if (changes.length === 0) return <p className="text-quiet">{t('none')}</p>;
  return (
    <ol>
      {changes.map(({ id, at, actor, action, subject, before, after }) => (
        <li
          key={String(id)}
          className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-1 border-b border-rule py-3.5 first:border-t md:grid-cols-[14rem_minmax(0,1fr)]"
        >
          <div className="text-fine text-quiet">
            <time dateTime={at.toISOString()} className="block tabular-nums">
              {format.dateTime(at, 'moment')}
            </time>
            <span className="block wrap-anywhere">
              {t('actor', { kind: actor.kind.replace('-', '_'), name: actor.name })}
            </span>
          </div>
          <div className="min-w-0">
            <p className="wrap-anywhere">
              {t.rich(withoutSubject ? 'action' : 'entry', {
                action: () => <span className="font-[550]">{t(`actions.${action}`)}</span>,
                subject: () => <Subject subject={subject} />,
              })}
            </p>
            {(before !== null || after !== null) && <ChangedFields before={before} after={after} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What was changed, as a link to all that is known of its changes. */
function Subject({ subject }: Pick<Change, 'subject'>) {
  const t = useTranslations('audit');
  const words = t('subject', { kind: subject.kind, name: subject.name });
  const href = hrefOf(subject);
  if (href === null) return words;
  return (
    <Link href={href} className="link">
      {words}
    </Link>
  );
}

function hrefOf({ kind, id }: Change['subject']): string | null {
  if (kind === 'artwork') return `/admin/works/${id}/history`;
  return kind === 'person' ? `/admin/people/${id}` : null;
}
