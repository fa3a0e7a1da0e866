import { useTranslations } from 'next-intl';
import { type Artwork } from '@/lib/catalog/artwork';
import { daysLeft } from '@/lib/catalog/deletion-period';

type Action = 'publish' | 'withdraw' | 'make-draft' | 'delete' | 'restore';

interface WorkActionsProps {
  artwork: Pick<Artwork, 'id' | 'publication' | 'deletedAt'>;
  /** The path of the curators' page to go to afterwards. */
  next: string;
}

/** What can be done with one work, each a form of its own. All of it can be undone. */
export function WorkActions({ artwork: { id, publication, deletedAt }, next }: WorkActionsProps) {
  const t = useTranslations('works');
  const actions = deletedAt === null ? actionsOf(publication) : (['restore'] as const);
  return (
    <section aria-label={t('actions')} className="space-y-3">
      <p className="text-quiet">
        {deletedAt === null
          ? t(`seen.${publication}`)
          : t('inBin', { days: daysLeft(deletedAt, new Date()) })}
      </p>
      <div className="flex flex-wrap gap-2">
        {actions.map((action) => (
          <form key={action} action={`/admin/works/${id}/change`} method="post" encType="multipart/form-data">
            <input type="hidden" name="do" value={action} />
            <input type="hidden" name="next" value={next} />
            <button type="submit" className="button-quiet">
              {t(`kinds.${action}`)}
            </button>
          </form>
        ))}
      </div>
    </section>
  );
}

function actionsOf(publication: Artwork['publication']): readonly Action[] {
  const others = { draft: 'make-draft', published: 'publish', withdrawn: 'withdraw' } as const;
  const names = ['published', 'withdrawn', 'draft'] as const;
  return [...names.filter((name) => name !== publication).map((name) => others[name]), 'delete'];
}
