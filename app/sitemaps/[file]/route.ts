import { textAnswer } from '@/app/api/_lib/answer';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { type PageAddress } from '@/app/page-address';
import { pageLanguages } from '@/app/page-alternates';
import { database } from '@/lib/catalog/database';
import { listPublicWorks } from '@/lib/catalog/harvest-records.repository';
import { workHref } from '@/lib/catalog/work-address';
import { sitemap, worksPerSitemap } from '@/lib/harvest/sitemap';
import { Problem } from '@/lib/platform/problem';
import { siteOrigin } from '@/lib/platform/site-origin';

const pages = ['/', '/browse', '/about', '/quality', '/developers', '/accessibility'];

/** One site map: `pages.xml`, or `works-N.xml` with N from 1. */
const get = endpoint(async (request, { params }: Pick<PageAddress<{ file: string }>, 'params'>) => {
  const origin = siteOrigin();
  const { file } = await params;
  const listed =
    file === 'pages.xml' ? pages.map((path) => listedPage(path, origin)) : await works(file, origin);
  if (listed.length === 0) throw new Problem('not-found', `There is no site map "${file.slice(0, 40)}".`);
  return textAnswer(request, sitemap(listed), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
});

async function works(file: string, origin: string) {
  const number = Number(/^works-([1-9]\d{0,4})\.xml$/.exec(file)?.[1] ?? 0);
  if (number === 0) return [];
  const place = { offset: (number - 1) * worksPerSitemap, limit: worksPerSitemap };
  const found = await listPublicWorks(await database(), place);
  return found.map((work) => ({ ...listedPage(workHref(work), origin), changedAt: work.changedAt }));
}

function listedPage(path: string, origin: string) {
  const languages = Object.entries(pageLanguages(path)).map(([name, href]) => [name, `${origin}${href}`]);
  return { url: `${origin}${path}`, languages: Object.fromEntries(languages) as Record<string, string> };
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
