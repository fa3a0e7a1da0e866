import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type Artwork } from '@/lib/catalog/artwork';
import { hasRoom, withPicture } from '@/lib/search/add-picture';
import { searchHref, type SearchQuery } from '@/lib/search/query';
import { embeddingKinds } from '@/lib/vision/embedding';
import { changeFormId } from './light-box-actions';

interface WorkActionsProps {
  artwork: Artwork;
  isOwn: boolean;
  asked: SearchQuery | null;
}

/** What can be done with one work of a light box. */
export function WorkActions({ artwork: { id, title }, isOwn, asked }: WorkActionsProps) {
  const t = useTranslations('lightBox');
  const kinds = useTranslations('kinds');
  return (
    <div className="flex flex-wrap gap-x-4 text-fine text-quiet">
      {asked &&
        embeddingKinds.map(
          (kind) =>
            hasRoom(asked, kind) &&
            !asked.terms.some((term) => term.kind === kind && term.ref === id) && (
              <Link
                key={kind}
                href={searchHref(withPicture({ query: asked, kind }, id))}
                aria-label={t('addKind', { kind, title })}
                className="link py-1 text-ink"
              >
                + {kinds(kind)}
              </Link>
            ),
        )}
      {isOwn && (
        <button
          form={changeFormId}
          name="remove"
          value={id}
          aria-label={t('removeWork', { title })}
          className="link py-1"
        >
          {t('remove')}
        </button>
      )}
    </div>
  );
}
