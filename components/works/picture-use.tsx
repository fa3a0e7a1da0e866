import { useTranslations } from 'next-intl';
import { Gap } from '@/components/layout/gap';
import { type Artwork } from '@/lib/catalog/artwork';
import { titleSlug } from '@/lib/catalog/work-address';
import { imageServiceUrl } from '@/lib/images/image-service';
import { mayCopy, pictureUse } from '@/lib/rights/picture-use';

/** Pixels on the long side of the smaller copies. */
const downloadSides = [800, 1600];

/** What one may do with a work's picture, in plain words, and copies of it if that allows them. */
export function PictureUse({ artwork }: { artwork: Artwork }) {
  const t = useTranslations('work');
  const { rightsUrl, creditLine, collection } = artwork;
  const use = pictureUse(rightsUrl);
  const credit = creditLine ?? collection;
  return (
    <section aria-labelledby="use" className="mt-6 border-t border-rule pt-4 text-fine">
      <h2 id="use" className="text-quiet">
        {t('use')}
      </h2>
      <p className="mt-1.5">
        {t(`uses.${use}`)}
        <Gap />
        {rightsUrl && (
          <a href={rightsUrl} rel="license noopener" className="link">
            {t('statement')}
          </a>
        )}
      </p>
      {credit && use !== 'unknown' && <p className="mt-1.5">{t('creditAs', { credit })}</p>}
      {mayCopy(use) && (
        <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
          <span className="text-quiet">{t('download')}</span>
          {downloads(artwork).map(({ href, file, width, height }) => (
            <a key={file} href={href} download={file} className="link">
              {t('downloadSize', { width: String(width), height: String(height) })}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}

/** Smaller copies, and the whole picture. */
function downloads({ title, image }: Artwork) {
  const { key, width, height } = image;
  const long = Math.max(width, height);
  return [...downloadSides.filter((side) => side < long), long].map((side) => {
    const size = {
      width: Math.max(1, Math.round((width * side) / long)),
      height: Math.max(1, Math.round((height * side) / long)),
    };
    const asked = side === long ? 'max' : `${size.width},${size.height}`;
    return {
      ...size,
      href: `${imageServiceUrl('', 3, key)}/full/${asked}/0/default.jpg`,
      file: `${titleSlug(title)}-${side}.jpg`,
    };
  });
}
