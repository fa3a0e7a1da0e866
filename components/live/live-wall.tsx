import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type LiveHit } from './live-hit';

/** The hits of a live search in a fixed grid; a work that stays among the hits keeps its element. */
export function LiveWall({ hits }: { hits: readonly LiveHit[] }) {
  const t = useTranslations('live');
  const words = useTranslations('artwork');
  return (
    <ul aria-label={t('results')} className="grid grid-cols-3 gap-x-4 gap-y-5 lg:grid-cols-4">
      {hits.map(({ id, title, artist, page, pictureUrl, colour, weak }) => (
        <li key={id} className="min-w-0">
          <Link href={page} className="group block max-md:scroll-mt-[80vw]">
            <span className="block bg-plinth">
              <img
                src={pictureUrl}
                alt=""
                decoding="async"
                className="block aspect-square w-full object-contain"
                style={{ background: `linear-gradient(${colour}, ${colour}) center/40% 40% no-repeat` }}
              />
            </span>
            <span className="mt-2 block truncate font-serif text-base leading-tight italic group-hover:underline">
              {title}
            </span>
            <span className="block truncate text-fine text-quiet">
              {weak ? t('weak') : (artist ?? words('unknownArtist'))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
