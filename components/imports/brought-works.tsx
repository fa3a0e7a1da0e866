import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type Artwork } from '@/lib/catalog/artwork';
import { renditionUrl } from '@/lib/images/rendition-url';

/** The works that an import has brought last. */
export function BroughtWorks({ artworks }: { artworks: readonly Artwork[] }) {
  const t = useTranslations('imports');
  if (artworks.length === 0) return null;
  return (
    <section aria-labelledby="brought">
      <h2 id="brought" className="mb-4 font-serif text-head">
        {t('brought')}
      </h2>
      <ul className="flex flex-wrap gap-3">
        {artworks.map(({ id, title, image }) => (
          <li key={id}>
            <Link href={`/admin/works/${id}`} className="block" title={title}>
              <img
                src={renditionUrl(image.key, 320)}
                alt={title}
                width={image.width}
                height={image.height}
                loading="lazy"
                className="h-24 w-auto max-w-48 object-cover"
                style={{ backgroundColor: image.colour }}
              />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
