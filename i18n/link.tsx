import { useLocale } from 'next-intl';
import { Anchor } from './anchor';
import { inLanguage } from './locale-address';

/**
 * A link that stays in the language of the page (docs/decisions/051-own-links.md). Its page is not fetched before it is
 * followed: every page is made for its request, so that little of it could be fetched ahead, and a wall has hundreds
 * of links.
 */
export function Link({ href, ...props }: React.ComponentProps<typeof Anchor>) {
  const locale = useLocale();
  return <Anchor {...props} href={inLanguage(locale, href)} />;
}
