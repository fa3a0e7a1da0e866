import { type ComponentProps } from 'react';
import { createNavigation } from 'next-intl/navigation';
import { routing } from './routing';

const navigation = createNavigation(routing);

/** Navigation that stays in the language of the page. */
export const { usePathname, useRouter } = navigation;

/**
 * A link that stays in the language of the page. Its page is not fetched before it is followed: every page is made for
 * its request, so that little of it could be fetched ahead, and a wall has hundreds of links.
 */
export function Link(props: ComponentProps<typeof navigation.Link>) {
  return <navigation.Link prefetch={false} {...props} />;
}
