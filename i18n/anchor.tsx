'use client';

import { useRouter } from 'next/navigation';

interface AnchorProps extends React.ComponentProps<'a'> {
  href: string;
  /** Whether its page takes the place of this one in the history. */
  replace?: boolean;
  /** False: the page is not scrolled to its top. */
  scroll?: boolean;
}

/** An `a` whose page is put in place of this one by Next.js' router, if it is a page of this site and this window's. */
export function Anchor({ replace = false, scroll, onClick, ...props }: AnchorProps) {
  const router = useRouter();
  return (
    <a
      {...props}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !isFollowed(event) || !/^\/(?!\/)/.test(props.href)) return;
        event.preventDefault();
        router[replace ? 'replace' : 'push'](props.href, { scroll });
      }}
    />
  );
}

/** Whether the browser would show the link's page in this window. */
function isFollowed({
  altKey,
  ctrlKey,
  currentTarget: { target, download },
  metaKey,
  shiftKey,
}: React.MouseEvent<HTMLAnchorElement>): boolean {
  return !altKey && !ctrlKey && !metaKey && !shiftKey && !download && (target === '' || target === '_self');
}
