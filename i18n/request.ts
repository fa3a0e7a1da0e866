import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import type messages from '../messages/en.json';
import { formats } from './formats';
import { routing } from './routing';

/** What next-intl needs to render a request: its language, and the words and formats of that language. */
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  const catalogue = (await import(`../messages/${locale}.json`)) as { default: typeof messages };
  return { locale, messages: catalogue.default, formats, timeZone: 'UTC' };
});
