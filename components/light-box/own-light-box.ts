'use client';

import { useSyncExternalStore } from 'react';
import { lightBoxCookie, lightBoxCookieLine, readLightBoxCookie } from '@/lib/search/light-box-cookie';

const listeners = new Set<() => void>();
const cookiePattern = new RegExp(`(?:^|; )${lightBoxCookie}=([^;]*)`);
const none: readonly string[] = [];
/** Read once and not by every tile: browsers take long to give a page its cookies. */
let own: readonly string[] | null = null;

/** The works in this browser's light box; none while the page is as the server has drawn it. */
export function useOwnLightBox(): readonly string[] {
  return useSyncExternalStore(subscribe, ownWorks, () => none);
}

/** Changes this browser's light box, and what every part of the page shows of it. */
export function changeOwnLightBox(change: (works: readonly string[]) => readonly string[]): void {
  own = null;
  document.cookie = lightBoxCookieLine(change(ownWorks()));
  readAgain();
}

function ownWorks(): readonly string[] {
  own ??= readLightBoxCookie(cookiePattern.exec(document.cookie)?.[1]);
  return own;
}

function readAgain(): void {
  own = null;
  for (const listener of listeners) listener();
}

/** It may have been changed in another tab, too. */
function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('focus', readAgain);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('focus', readAgain);
  };
}
