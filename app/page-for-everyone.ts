import { type NextRequest } from 'next/server';
import { localeCookie } from '@/i18n/preferred-locale';
import { routeOf } from '@/lib/operations/routes';
import { lightBoxCookie } from '@/lib/search/light-box-cookie';
import { isUploadRef } from '@/lib/search/question/term';

/** Pages that show the collection, the same to everybody. */
const routesForEveryone = [
  '/',
  '/about',
  '/browse',
  '/browse/values',
  '/developers',
  '/quality',
  '/search',
  '/search/detail',
  '/search/values',
  '/works/[id]',
] as const;

/**
 * Whether everybody who asks for this page is shown the same, so that it can be kept between requests. Not for whoever
 * is signed in or has just sent a form, which a cookie says (that of the light box changes no page but its own), and not if it shows an upload.
 * @param path without a language
 */
export function isPageForEveryone({ cookies, nextUrl }: NextRequest, path: string): boolean {
  const route = routeOf(path);
  return (
    routesForEveryone.some((one) => one === route) &&
    cookies.getAll().every(({ name }) => name === localeCookie || name === lightBoxCookie) &&
    // In a term like `q_…~0.5@…`, or in a list's address within the address.
    ![...nextUrl.searchParams.values()].some((value) => value.split(/[^\w]+/).some(isUploadRef))
  );
}
