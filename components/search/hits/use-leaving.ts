import { type RefObject, useEffect, useRef } from 'react';

/**
 * Whether the visitor has followed a link or sent a form whose page is still on its way: what a page does by itself
 * would take the place of it. True until this component is rendered again, or goes.
 */
export function useLeaving(): RefObject<boolean> {
  const leaving = useRef(false);

  useEffect(() => {
    leaving.current = false;
  });

  useEffect(() => {
    // At the window, so after the router has taken the event over, which it tells by preventing what it does by itself.
    const watch = (event: Event) => {
      const leads = event.type === 'submit' || (event.target as Element).closest('a[href]') !== null;
      if (event.defaultPrevented && leads) leaving.current = true;
    };
    window.addEventListener('click', watch);
    window.addEventListener('submit', watch);
    return () => {
      window.removeEventListener('click', watch);
      window.removeEventListener('submit', watch);
    };
  }, []);

  return leaving;
}
