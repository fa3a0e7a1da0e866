import { type Locale, type useTranslations } from 'next-intl';
import { altText, type ArtworkWords, makerLabel } from '@/components/works/artwork-label';
import { inLanguage as inPagesOf } from '@/i18n/locale-address';
import { type Artwork } from '@/lib/catalog/artwork';
import { inLanguage } from '@/lib/catalog/in-language';
import { workHref } from '@/lib/catalog/work-address';
import { renditionUrl } from '@/lib/images/rendition-url';
import { searchHref } from '@/lib/search/query';
import { type SearchResult } from '@/lib/search/search.service';
import { element, htmlDocument, type XmlElement } from '@/lib/standards/xml';

/** Of the whole page: one row, as high in a narrow frame as in a wide one. The frame may be on a dark page. */
export const embedStyle = [
  ':root{color-scheme:light dark;--ink:light-dark(#1d1a17,#efece7);--quiet:light-dark(#625d57,#b1aca5);--wall:light-dark(#faf9f7,#13110f);--seal:light-dark(#b3381d,#ef7e5f)}',
  'body{margin:0;padding:12px 14px;background:var(--wall);color:var(--ink);font:14px/1.4 Georgia,serif}',
  'h1{margin:0 0 10px;font-size:16px;font-weight:400}',
  'ul{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(104px,160px);gap:12px;margin:0;padding:2px;overflow-x:auto;list-style:none}',
  'a{color:inherit;text-decoration:none}a:hover{text-decoration:underline}a:focus-visible{outline:2px solid var(--seal);outline-offset:2px}',
  'img{display:block;width:100%;aspect-ratio:1;object-fit:cover;background:#8883;margin-bottom:5px}',
  'span{display:-webkit-box;overflow:hidden;-webkit-box-orient:vertical;-webkit-line-clamp:1}',
  'span+span,p{color:var(--quiet);font-size:12px}',
  'p{margin:10px 0 0}p a{color:var(--seal)}',
].join('');

interface EmbedWords {
  readonly locale: Locale;
  readonly t: ReturnType<typeof useTranslations<'embed'>>;
  readonly words: ArtworkWords;
}

/**
 * A page for a frame: a work's name, the works like it and where they are.
 * @param origin of this site, without a slash
 */
export function embedPage(origin: string, result: SearchResult, { locale, t, words }: EmbedWords): string {
  const addressOf = (path: string) => `${origin}${inPagesOf(locale, path)}`;
  const asked = result.references[0]?.artwork ?? null;
  const title = t('heading', {
    kind: result.query.terms[0]?.kind ?? 'style',
    title: asked ? titleOf(inLanguage(asked, locale)) : '',
  });
  const tiles = result.hits.map(({ artwork }) =>
    element('li', {}, tile(inLanguage(artwork, locale), addressOf(workHref(artwork)), words)),
  );
  return htmlDocument(
    element(
      'html',
      { lang: locale },
      element(
        'head',
        {},
        element('meta', { charset: 'utf-8' }),
        element('meta', { name: 'viewport', content: 'width=device-width' }),
        element('meta', { name: 'robots', content: 'noindex' }),
        element('title', {}, title),
        element('style', {}, embedStyle),
      ),
      element(
        'body',
        {},
        element('h1', {}, asked ? link(addressOf(workHref(asked)), title) : title),
        tiles.length === 0 ? element('p', {}, t('none')) : element('ul', {}, tiles),
        element('p', {}, link(addressOf(searchHref(result.query)), t('more'))),
      ),
    ),
  );
}

function tile(artwork: Artwork, href: string, words: ArtworkWords): XmlElement {
  const src = renditionUrl(artwork.image.key, 320);
  return link(
    href,
    element('img', { src, alt: altText(words, artwork), loading: 'lazy' }),
    element('span', {}, titleOf(artwork)),
    element('span', {}, makerLabel(words, artwork)),
  );
}

/** As the language of the page has it. */
function titleOf({ title, titles }: Artwork): string {
  return titles[0]?.text ?? title;
}

/** In a window of its own, so that the reader keeps the page that has the frame. */
function link(href: string, ...children: (XmlElement | string)[]): XmlElement {
  return element('a', { href, target: '_blank', rel: 'noopener' }, children);
}
