import NextLink from 'next/link';
import { useLocale } from 'next-intl';
import { inLanguage } from './locale-address';

interface LinkProps extends Omit<React.ComponentProps<typeof NextLink>, 'href'> {
  href: string;
}

/**
 * A link that stays in the language of the page (docs/decisions/051-own-links.md). Its page is not fetched before it is
 * followed: every page is made for its request, so that little of it could be fetched ahead, and a wall has hundreds
 * of links.
 */
export function Link({ href, ...props }: LinkProps) {
  const locale = useLocale();
  return <NextLink prefetch={false} {...props} href={inLanguage(locale, href)} />;
}
