import { type LocalText } from '@/lib/catalog/artwork';
import { isGivenTo } from '@/lib/catalog/maker';
import { workPermalink } from '@/lib/catalog/work-address';
import { imageServiceUrl } from '@/lib/images/image-service';
import { type DescribedWork } from './described-work';
import { element, type XmlElement } from './xml';

/** Of the longest side of the picture that a record names. */
const pictureSide = 1024;

/**
 * A work in simple Dublin Core, as OAI-PMH carries it (oai_dc).
 * @param origin of this site, without a slash
 */
export function dublinCore(origin: string, { artwork, date }: DescribedWork): XmlElement {
  const { image } = artwork;
  const dc = (name: string, values: readonly (string | null)[]) =>
    values.flatMap((value) => (value ? [element(`dc:${name}`, {}, value)] : []));
  const local = (name: string, texts: readonly LocalText[]) =>
    texts.map(({ text, language }) => element(`dc:${name}`, { 'xml:lang': language }, text));
  const given = artwork.makers.filter(isGivenTo).map(({ name }) => name);
  const others = artwork.makers.filter((maker) => !isGivenTo(maker)).map(({ name }) => name);
  const isSmall = Math.max(image.width, image.height) <= pictureSide;
  const size = isSmall ? 'max' : image.width > image.height ? `${pictureSide},` : `,${pictureSide}`;
  return element(
    'oai_dc:dc',
    {
      'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    },
    local('title', artwork.titles),
    dc('creator', given),
    dc('contributor', others),
    dc('date', [date]),
    dc('type', [artwork.objectKind, ...artwork.genres]),
    dc('subject', [...artwork.subjects, ...artwork.movements]),
    local('description', artwork.descriptions),
    dc('format', [artwork.medium, artwork.technique, artwork.dimensionsText]),
    dc('coverage', [artwork.placeMade]),
    dc('publisher', [artwork.collection]),
    dc('identifier', [`${origin}${workPermalink(artwork.id)}`, artwork.accessionNumber]),
    dc('source', [artwork.sourceUrl]),
    dc('relation', [`${imageServiceUrl(origin, 3, image.key)}/full/${size}/0/default.jpg`]),
    dc('rights', [artwork.rightsUrl, artwork.rights, artwork.creditLine]),
  );
}
