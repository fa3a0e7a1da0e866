import { workHref } from '@/lib/catalog/work-address';
import { cardSize } from '@/lib/images/cards/card-size';
import { type DescribedWork } from './described-work';
import { element, xmlDocument } from './xml';

/** What a page that embeds a work is given (oEmbed 1.0, type `rich`). */
export type OEmbed = Readonly<Record<string, string | number>>;

export interface EmbedSize {
  readonly width: number;
  readonly height: number;
}

export interface EmbedWords {
  /** Of the frame, for people who cannot see it. */
  readonly title: string;
  /** Of the words in the frame; null: the site's first. */
  readonly language?: string | null;
}

/** Pixels of the frame, if the page that embeds it does not ask for less. */
export const embedSize: EmbedSize = { width: 640, height: 300 };

/** The one line of HTML that shows a work and works like it on another page. */
export function embedCode(
  origin: string,
  id: string,
  { title, language = null, width, height }: EmbedSize & EmbedWords,
): string {
  const src = `${origin}${embedPath(id)}${language === null ? '' : `?lang=${language}`}`;
  const attributes = { src, title, width: String(width), height: String(height) };
  const frame = element('iframe', { ...attributes, loading: 'lazy', style: 'border:0;max-width:100%' }, '');
  return xmlDocument(frame).split('\n')[1] ?? '';
}

export function embedPath(id: string): string {
  return `/embed/${id}`;
}

/** The id of the work whose page has this address on this site; null for any other address. */
export function workIdInAddress(origin: string, address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.origin !== new URL(origin).origin) return null;
  return /^(?:\/[a-z]{2})?\/works\/([^/]+)(?:\/[^/]*)?$/.exec(url.pathname)?.[1] ?? null;
}

export function oEmbed(
  origin: string,
  { artwork, titleLine, makers }: DescribedWork,
  { title, language, ...size }: EmbedSize & EmbedWords,
): OEmbed {
  return {
    version: '1.0',
    type: 'rich',
    title: titleLine,
    author_name: makers,
    provider_name: 'Gafu',
    provider_url: `${origin}/`,
    cache_age: 86_400,
    html: embedCode(origin, artwork.id, { title, language, ...size }),
    ...size,
    thumbnail_url: `${origin}/images/cards/${artwork.id}`,
    thumbnail_width: cardSize.width,
    thumbnail_height: cardSize.height,
    url: `${origin}${workHref(artwork)}`,
  };
}

export function oEmbedXml(answer: OEmbed): string {
  const members = Object.entries(answer).map(([name, value]) => element(name, {}, String(value)));
  return xmlDocument(element('oembed', {}, members));
}
