import { z } from 'zod';
import { type SourceItem } from '../record';
import { type Source } from '../source';
import { id, inLanguage, number, readItem, text, withoutPicture } from '../reading/json-fields';
import { htmlText } from '../reading/html-text';
import { makerFromText } from '../reading/maker-text';

/** Other widths are answered with HTTP 429, and originals too when robots ask for them. */
const thumbnailWidths = [1920, 1280, 960, 500, 330];
const askedWidth = 330;
const pageSize = 50;

const answer = z.object({
  continue: z.record(z.string(), z.union([z.string(), z.number()])).nullish(),
  query: z.object({ pages: z.array(z.unknown()).nullish() }).nullish(),
});
const meta = z.object({ value: z.union([z.string(), z.number()]).transform(String) }).nullish();
const file = z.object({
  pageid: id,
  title: text,
  imageinfo: z
    .array(
      z.object({
        url: text,
        thumburl: text,
        width: number,
        mime: text,
        descriptionurl: text,
        extmetadata: z
          .object({
            ObjectName: meta,
            Artist: meta,
            DateTimeOriginal: meta,
            ImageDescription: meta,
            LicenseShortName: meta,
            LicenseUrl: meta,
            Credit: meta,
          })
          .nullish(),
      }),
    )
    .nullish(),
});

/** https://commons.wikimedia.org/w/api.php: the files of a category, or those that a search finds. */
export const commons: Source = {
  name: 'commons',
  title: 'Wikimedia Commons',
  choices: ['query', 'set'],
  examples: { set: 'Paintings by Berthe Morisot' },
  needs: ['query', 'set'],
  needsContact: true,

  async list({ query, set }, cursor, client) {
    const category = set?.replace(/^(?:Category:)?/i, 'Category:');
    const parameters = new URLSearchParams({
      action: 'query',
      format: 'json',
      formatversion: '2',
      prop: 'imageinfo',
      iiprop: 'url|size|mime|extmetadata',
      iiurlwidth: String(askedWidth),
      iiextmetadatalanguage: 'en',
      maxlag: '5',
      ...(category === undefined
        ? { generator: 'search', gsrsearch: query ?? '', gsrnamespace: '6', gsrlimit: String(pageSize) }
        : { generator: 'categorymembers', gcmtitle: category, gcmtype: 'file', gcmlimit: String(pageSize) }),
      ...(cursor === null ? {} : (JSON.parse(cursor) as Record<string, string>)),
    });
    const { query: found, continue: next } = await client.json(
      `https://commons.wikimedia.org/w/api.php?${parameters}`,
      answer,
    );
    return {
      items: (found?.pages ?? []).map((entry) => readItem(entry, file, 'pageid', workOf)),
      next: next ? JSON.stringify(next) : null,
      total: null,
    };
  },
};

function workOf({ pageid, title, imageinfo }: z.infer<typeof file>): SourceItem {
  const info = imageinfo?.[0];
  const pictureUrl = info === undefined ? null : pictureOf(info);
  if (info === undefined || pictureUrl === null) return withoutPicture(pageid);
  const said = info.extmetadata ?? {};
  const maker = makerFromText(htmlText(said.Artist?.value)?.split('\n')[0]);
  const name = title?.replace(/^File:/, '').replace(/\.\w+$/, '') ?? 'Untitled';
  return {
    kind: 'record',
    id: pageid,
    pictureUrl,
    details: {
      titles: inLanguage(null, htmlText(said.ObjectName?.value) ?? name),
      makers: maker === null ? [] : [maker],
      dateText: htmlText(said.DateTimeOriginal?.value)?.split('\n')[0] ?? null,
      collection: commons.title,
      creditLine: htmlText(said.Credit?.value),
      rights: said.LicenseUrl?.value ?? said.LicenseShortName?.value ?? null,
      sourceUrl: info.descriptionurl,
      descriptions: inLanguage('en', htmlText(said.ImageDescription?.value)),
    },
  };
}

function pictureOf({
  url,
  thumburl,
  width,
}: NonNullable<z.infer<typeof file>['imageinfo']>[number]): string | null {
  const step = thumbnailWidths.find((one) => one < (width ?? 0));
  if (step === undefined || !thumburl?.includes(`/${askedWidth}px-`)) return thumburl ?? url;
  return thumburl.replace(`/${askedWidth}px-`, `/${step}px-`);
}
