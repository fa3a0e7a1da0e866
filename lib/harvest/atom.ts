import { workHref, workPermalink } from '@/lib/catalog/work-address';
import { imageServiceUrl } from '@/lib/images/image-service';
import { type DescribedWork } from '@/lib/standards/described-work';
import { element, xmlDocument, type XmlElement } from '@/lib/standards/xml';
import { oaiDate } from './oai-request';

interface Feed {
  readonly title: string;
  /** The newest first. */
  readonly works: readonly DescribedWork[];
}

/**
 * New works as a feed (Atom, RFC 4287). Ids are the works' permanent addresses.
 * @param origin of this site, without a slash
 */
export function atomFeed(origin: string, { title, works }: Feed): string {
  const newest = works[0]?.artwork.createdAt ?? new Date(0);
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' },
      element('id', {}, `${origin}/feed.atom`),
      element('title', {}, title),
      element('updated', {}, oaiDate(newest)),
      element('author', {}, element('name', {}, 'Gafu')),
      element('link', { rel: 'self', type: 'application/atom+xml', href: `${origin}/feed.atom` }),
      element('link', { rel: 'alternate', type: 'text/html', href: `${origin}/browse` }),
      works.map((work) => entry(origin, work)),
    ),
  );
}

function entry(origin: string, { artwork, titleLine, makerLine, alt }: DescribedWork): XmlElement {
  const { image, rights } = artwork;
  const added = oaiDate(artwork.createdAt);
  const picture = `${imageServiceUrl(origin, 3, image.key)}/full/!600,600/0/default.jpg`;
  const small = Math.max(image.width, image.height) <= 600 ? picture.replace('!600,600', 'max') : picture;
  return element(
    'entry',
    {},
    element('id', {}, `${origin}${workPermalink(artwork.id)}`),
    element('title', {}, titleLine),
    element('updated', {}, added),
    element('published', {}, added),
    element('link', { rel: 'alternate', type: 'text/html', href: `${origin}${workHref(artwork)}` }),
    element('link', { rel: 'enclosure', type: 'image/jpeg', title: alt, href: small }),
    rights === null ? null : element('rights', {}, rights),
    element('summary', {}, artwork.descriptions[0]?.text ?? makerLine),
  );
}
