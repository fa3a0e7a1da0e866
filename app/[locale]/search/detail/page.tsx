import { type Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { FrameEditor } from '@/components/frame/frame-editor';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { ClientMessages } from '@/components/layout/client-messages';
import { altText } from '@/components/works/artwork-label';
import { Link } from '@/i18n/link';
import { type ArtworkImage } from '@/lib/catalog/artwork';
import { renditionUrl } from '@/lib/images/rendition-url';
import { Problem } from '@/lib/platform/problem';
import { parseSearchQuery, queryFields, searchHref, type SearchQuery } from '@/lib/search/query';
import { type SearchReference } from '@/lib/search/references';
import { type PageAddress, toSearchParams } from '../../../page-address';
import { resolveSearch } from '../resolve-search';
import { SearchProblem } from '../search-problem';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('search');
  return { title: t('chooseDetail'), robots: { index: false } };
}

/** A picture of a search, to choose the part of it that is searched with: `of` says which, else the first. */
export default async function DetailPage({ searchParams }: PageAddress) {
  try {
    const params = toSearchParams(await searchParams);
    const query = parseSearchQuery(params);
    const { references } = await resolveSearch(query);
    const reference = references.find(({ key }) => key === params.get('of')) ?? references[0];
    if (!reference?.image)
      throw new Problem(
        'conflict',
        'This picture is not stored here, so no part of it can be searched with. Choose a work, or send the picture.',
      );
    return <Detail query={query} reference={reference} image={reference.image} />;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return <SearchProblem problem={error} />;
  }
}

/** A frame that can be moved at once. */
const firstDetail = { x: 20, y: 20, width: 60, height: 60 };

interface DetailProps {
  query: SearchQuery;
  reference: SearchReference;
  image: ArtworkImage;
}

function Detail({ query, reference: { key, artwork, detail }, image }: DetailProps) {
  const t = useTranslations('search');
  const words = useTranslations('artwork');
  const title = artwork?.title ?? t('yourPicture');
  const fields: [string, string][] = [...queryFields(query), ['of', key]];
  const { x, y, width, height } = detail ?? firstDetail;
  return (
    <div className="shell">
      <h1 className="pt-2 pb-5 font-serif text-head">{t('detailTitle', { title })}</h1>
      <form action="/search/blend" method="get" className="max-w-3xl">
        <HiddenFields fields={fields} />
        <ClientMessages of={['frame']}>
          <FrameEditor
            picture={{ src: renditionUrl(image.key, 1280), width: image.width, height: image.height }}
            alt={artwork ? altText(words, artwork) : t('uploadedPicture')}
            part="detail"
            label={t('detailFrame')}
            help={t('detailHelp')}
            given={{ x: String(x), y: String(y), width: String(width), height: String(height) }}
          />
        </ClientMessages>
        <div className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-3">
          <button type="submit" className="button">
            {t('detailSubmit')}
          </button>
          <Link href={searchHref(query)} className="link py-1">
            {t('cancel')}
          </Link>
        </div>
      </form>
    </div>
  );
}
