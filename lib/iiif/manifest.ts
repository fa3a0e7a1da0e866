import { type Artwork } from '@/lib/catalog/artwork';
import { rightsUri } from '@/lib/rights/rights';
import { type DescribedWork } from '@/lib/standards/described-work';
import { inEnglish, languageMap } from './language-map';
import { imageServices, manifestUrl, provider, thumbnail, workHomepage } from './resources';
import { imageServiceUrl } from '@/lib/images/image-service';

export const presentationContext = 'http://iiif.io/api/presentation/3/context.json';

/**
 * A work as a IIIF manifest (Presentation API 3.0): one canvas with its picture.
 * @param origin of this site, without a slash
 */
export function manifest(origin: string, work: DescribedWork): Record<string, unknown> {
  const { artwork, facts, credit } = work;
  const { id, titles, descriptions, rightsUrl, image } = artwork;
  const moment = navDate(artwork);
  return {
    '@context': presentationContext,
    id: manifestUrl(origin, id),
    type: 'Manifest',
    label: languageMap(titles.slice(0, 1)),
    ...(descriptions.length > 0 && { summary: languageMap(descriptions) }),
    metadata: facts.map(({ label, values }) => ({ label: inEnglish(label), value: { none: values } })),
    ...(rightsUrl !== null && { rights: rightsUri(rightsUrl) }),
    ...(credit !== null && {
      requiredStatement: { label: inEnglish(credit.label), value: { none: credit.values } },
    }),
    ...(moment !== null && { navDate: moment }),
    provider: [provider(origin)],
    thumbnail: [thumbnail(origin, image)],
    homepage: [workHomepage(origin, work)],
    seeAlso: [
      dataset(`${origin}/api/v1/artworks/${id}`, 'application/json'),
      dataset(
        `${origin}/api/v1/artworks/${id}?as=linked-art`,
        'application/ld+json',
        'https://linked.art/ns/v1/linked-art.json',
      ),
    ],
    items: [canvas(origin, work)],
  };
}

function canvas(origin: string, { artwork, alt }: DescribedWork) {
  const { id, image, titles, altTexts } = artwork;
  const { width, height, key } = image;
  const base = `${origin}/iiif/works/${id}`;
  return {
    id: `${base}/canvas`,
    type: 'Canvas',
    label: languageMap(titles.slice(0, 1)),
    summary: altTexts.length > 0 ? languageMap(altTexts) : inEnglish(alt),
    width,
    height,
    items: [
      {
        id: `${base}/page`,
        type: 'AnnotationPage',
        items: [
          {
            id: `${base}/annotation`,
            type: 'Annotation',
            motivation: 'painting',
            target: `${base}/canvas`,
            body: {
              id: `${imageServiceUrl(origin, 3, key)}/full/max/0/default.jpg`,
              type: 'Image',
              format: 'image/jpeg',
              width,
              height,
              service: imageServices(origin, image),
            },
          },
        ],
      },
    ],
  };
}

function dataset(id: string, format: string, profile?: string) {
  return { id, type: 'Dataset', format, ...(profile !== undefined && { profile }) };
}

/** The start of the first year that the date may mean, of the common era: an `xsd:dateTime`. */
function navDate({ yearFrom }: Pick<Artwork, 'yearFrom'>): string | null {
  if (yearFrom === null || yearFrom < 1) return null;
  return `${String(yearFrom).padStart(4, '0')}-01-01T00:00:00Z`;
}
