import { type ArtworkImage } from '@/lib/catalog/artwork';
import { workHref } from '@/lib/catalog/work-address';
import { type DescribedWork } from '@/lib/standards/described-work';
import { complianceLevel } from './image-info';
import { imageServiceUrl } from '@/lib/images/image-service';
import { inEnglish, languageMap } from './language-map';

const thumbnailSide = 400;

/** A work's manifest is its representation in the API. */
export function manifestUrl(origin: string, id: string): string {
  return `${origin}/api/v1/artworks/${id}?as=iiif`;
}

/** The image services of a picture, the newer first. */
export function imageServices(origin: string, { key }: ArtworkImage) {
  return [
    { id: imageServiceUrl(origin, 3, key), type: 'ImageService3', profile: 'level2' },
    { '@id': imageServiceUrl(origin, 2, key), '@type': 'ImageService2', profile: complianceLevel(2) },
  ];
}

/** A small copy of a picture. */
export function thumbnail(origin: string, image: ArtworkImage) {
  const scale = Math.min(1, thumbnailSide / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const size = scale === 1 ? 'max' : `${width},${height}`;
  return {
    id: `${imageServiceUrl(origin, 3, image.key)}/full/${size}/0/default.jpg`,
    type: 'Image',
    format: 'image/jpeg',
    width,
    height,
    service: imageServices(origin, image),
  };
}

/** A work's page, for people. */
export function workHomepage(origin: string, { artwork, titleLine }: DescribedWork) {
  return {
    id: `${origin}${workHref(artwork)}`,
    type: 'Text',
    label: inEnglish(titleLine),
    format: 'text/html',
    language: ['en'],
  };
}

/** Who publishes the manifests: this site. */
export function provider(origin: string) {
  return {
    id: origin,
    type: 'Agent',
    label: inEnglish('Gafu'),
    homepage: [{ id: `${origin}/`, type: 'Text', label: inEnglish('Gafu'), format: 'text/html' }],
  };
}

/** A manifest as a collection names it. */
export function manifestReference(origin: string, { artwork }: DescribedWork) {
  return {
    id: manifestUrl(origin, artwork.id),
    type: 'Manifest',
    label: languageMap(artwork.titles.slice(0, 1)),
    thumbnail: [thumbnail(origin, artwork.image)],
  };
}
