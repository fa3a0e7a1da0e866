import { useTranslations } from 'next-intl';
import { Gap } from '@/components/layout/gap';
import { Link } from '@/i18n/link';
import { searchHref, type SearchQuery } from '@/lib/search/query';
import { type SearchReference } from '@/lib/search/references';
import { withOtherPicture } from '@/lib/search/search-links';

interface OutlineNoteProps {
  query: SearchQuery;
  reference: SearchReference;
}

/** Says that a painting was found in a photograph, and leads from the one to the other; nothing for other pictures. */
export function OutlineNote({ query, reference: { key, counterpart } }: OutlineNoteProps) {
  const t = useTranslations('outline');
  if (counterpart === null) return null;
  const isPainting = counterpart.is === 'photograph';
  return (
    <p className="text-fine text-quiet">
      {t(isPainting ? 'isPainting' : 'hasPainting')}
      <Gap />
      <Link
        href={searchHref(withOtherPicture(query, key, counterpart.ref))}
        className="link inline-block py-1"
      >
        {t(isPainting ? 'searchPhotograph' : 'searchPainting')}
      </Link>
    </p>
  );
}
