import { useTranslations } from 'next-intl';
import { ClientMessages } from '@/components/layout/client-messages';
import { altText } from '@/components/works/artwork-label';
import { CiteAndShare } from '@/components/works/cite-and-share';
import { ColourBar } from '@/components/works/colour-bar';
import { describeWork } from '@/components/works/describe-work';
import { PictureUse } from '@/components/works/picture-use';
import { Picture } from '@/components/works/picture';
import { thumbhashImage } from '@/components/works/thumbhash-image';
import { WorkDetails } from '@/components/works/work-details';
import { Zoom } from '@/components/works/zoom';
import { type Artwork } from '@/lib/catalog/artwork';
import { imageInfoPath } from '@/lib/images/image-service';
import { type MainColour } from '@/lib/images/main-colours';
import { siteOrigin } from '@/lib/platform/site-origin';
import { isExtremeShape } from '@/lib/vision/extreme-shape';

// A small reproduction is not enlarged until it blurs.
const upscaleMax = 1.4;

/** As large as page and window allow, in the shape of the picture; a handscroll is wider and is scrolled. */
function widthOnPage({ width, height }: Artwork['image']): string {
  const ratio = (width / height).toFixed(4);
  const ownMax = `${Math.round(width * upscaleMax)}px`;
  if (!isExtremeShape({ width, height })) return `min(100%, ${ownMax}, calc(78svh * ${ratio}))`;
  return width > height ? `max(100%, min(${ownMax}, calc(45svh * ${ratio})))` : `min(100%, 18rem, ${ownMax})`;
}

interface WorkArticleProps {
  artwork: Artwork;
  /** Of its picture. */
  colours: readonly MainColour[];
}

/** A work: its picture, as large as page and window allow, and its label. */
export function WorkArticle({ artwork, colours }: WorkArticleProps) {
  const words = useTranslations('artwork');
  const { image } = artwork;
  const isScroll = isExtremeShape(image) && image.width > image.height;
  const picture = (
    <Picture
      image={image}
      alt={altText(words, artwork)}
      sizes="(min-width: 56rem) 60vw, 92vw"
      isUrgent
      placeholder={thumbhashImage(image)}
    />
  );
  return (
    <div className="shell grid gap-x-14 gap-y-8 pt-2 md:grid-cols-[1fr_minmax(15rem,22rem)] lg:gap-x-20">
      <div
        className={`flex min-w-0 bg-plinth p-[clamp(0.75rem,3vw,3rem)] md:sticky md:top-6 md:self-start ${isScroll ? 'overflow-x-auto' : 'justify-center'}`}
        // The keyboard scrolls only what it can reach.
        tabIndex={isScroll ? 0 : undefined}
        role={isScroll ? 'group' : undefined}
        aria-label={isScroll ? altText(words, artwork) : undefined}
      >
        {/* Its size is known before the picture has loaded. */}
        <div className="shrink-0" style={{ width: widthOnPage(image) }}>
          {artwork.isPublic ? (
            <ClientMessages of={['zoom']}>
              <Zoom infoUrl={imageInfoPath(image.key)} name={artwork.titles[0]?.text ?? artwork.title}>
                {picture}
              </Zoom>
            </ClientMessages>
          ) : (
            picture
          )}
        </div>
      </div>
      <WorkDetails artwork={artwork}>
        <ColourBar artworkId={artwork.id} colours={colours} />
        {artwork.isPublic && (
          <>
            <PictureUse artwork={artwork} />
            <ClientMessages of={['link', 'keep']}>
              <CiteAndShare work={describeWork(words, artwork)} origin={siteOrigin()} />
            </ClientMessages>
          </>
        )}
      </WorkDetails>
    </div>
  );
}
