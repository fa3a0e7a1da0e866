import { useTranslations } from 'next-intl';
import { KeepButton } from '@/components/light-box/keep-button';
import { CopyLink } from '@/components/search/copy-link';
import { workPermalink } from '@/lib/catalog/work-address';
import { manifestUrl } from '@/lib/iiif/resources';
import { plainCitation } from '@/lib/standards/citation';
import { type DescribedWork } from '@/lib/standards/described-work';
import { ShareLink } from './share-link';

/** Forms in which other programs read a work: values of the API's `as`. */
const dataFormats = ['json', 'iiif', 'linked-art', 'lido'] as const;
const citationFormats = ['bibtex', 'csl'] as const;

/** How to refer to a work, hand it on, and open it in other programs. */
export function CiteAndShare({ work, origin }: { work: DescribedWork; origin: string }) {
  const t = useTranslations('work');
  const { artwork, titleLine } = work;
  const permalink = `${origin}${workPermalink(artwork.id)}`;
  const api = `/api/v1/artworks/${artwork.id}`;
  // What viewers take from a link that is dropped on them.
  const dropped = `${permalink}?${new URLSearchParams({ manifest: manifestUrl(origin, artwork.id) })}`;
  // A mail program shows a plus as it is.
  const mail = new URLSearchParams({ subject: titleLine, body: permalink }).toString().replaceAll('+', '%20');
  return (
    <section aria-labelledby="cite" className="mt-6 border-t border-rule pt-4 text-fine">
      <h2 id="cite" className="text-quiet">
        {t('cite')}
      </h2>
      <p className="mt-1.5 wrap-anywhere select-all">
        {plainCitation(work)} {permalink}
      </p>
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
        {citationFormats.map((as) => (
          <a key={as} href={`${api}?as=${as}`} className="link py-1">
            {t(`formatNames.${as}`)}
          </a>
        ))}
      </p>
      <h2 className="mt-4 text-quiet">{t('share')}</h2>
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        <KeepButton id={artwork.id} title={artwork.title} inWords />
        <ShareLink title={titleLine} url={permalink} />
        <CopyLink address={permalink} />
        <a href={`mailto:?${mail}`} className="link py-1">
          {t('email')}
        </a>
      </p>
      <h2 className="mt-4 text-quiet">{t('formats')}</h2>
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {dataFormats.map((as) => (
          <a key={as} href={`${api}?as=${as}`} className="link py-1">
            {t(`formatNames.${as}`)}
          </a>
        ))}
        <a href={dropped} rel="nofollow" className="link py-1 pointer-coarse:hidden">
          {t('iiif')}
        </a>
      </p>
    </section>
  );
}
