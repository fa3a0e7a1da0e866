'use client';

import { useEffect, useEffectEvent, useState } from 'react';

/** A picture that somebody gives: a file, or the address of one. */
export type GivenPicture = File | string;

/**
 * Takes a picture that is dropped anywhere on the page or pasted, or the address of one. What was dragged from this very
 * page is left alone, and so is text that is pasted into a field.
 * @param onPicture null: the page has other parts that take pictures
 * @returns whether a file is being dragged over the page
 */
export function usePictureDrop(onPicture: ((picture: GivenPicture) => void) | null): boolean {
  const [over, setOver] = useState(false);
  const isOn = onPicture !== null;
  const take = useEffectEvent((picture: GivenPicture) => onPicture?.(picture));

  useEffect(() => {
    if (!isOn) return;
    let ownDrag = false;
    const carriesPicture = ({ dataTransfer }: DragEvent) =>
      !ownDrag && dataTransfer?.types.some((type) => type === 'Files' || type === 'text/uri-list') === true;
    const listeners = {
      dragstart: () => void (ownDrag = true),
      dragend: () => void (ownDrag = false),
      dragover: (event: DragEvent) => {
        if (!carriesPicture(event)) return;
        event.preventDefault();
        setOver(true);
      },
      dragleave: (event: DragEvent) => {
        if (event.relatedTarget === null) setOver(false);
      },
      drop: (event: DragEvent) => {
        setOver(false);
        if (!carriesPicture(event)) return;
        event.preventDefault();
        const picture =
          event.dataTransfer?.files[0] ?? addressIn(event.dataTransfer?.getData('text/uri-list'));
        if (picture) take(picture);
      },
      paste: (event: ClipboardEvent) => {
        const isField = event.target instanceof Element && event.target.closest('input, textarea') !== null;
        const address = isField ? null : addressIn(event.clipboardData?.getData('text/plain'));
        const picture = event.clipboardData?.files[0] ?? address;
        if (!picture) return;
        event.preventDefault();
        take(picture);
      },
    };
    const entries = Object.entries(listeners) as [keyof typeof listeners, EventListener][];
    for (const [name, listener] of entries) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of entries) window.removeEventListener(name, listener);
    };
  }, [isOn]);

  return over;
}

/** The first address in a text that holds nothing else; null if there is none. */
function addressIn(text = ''): string | null {
  const [line = ''] = text.trim().split(/\s+/);
  return /^https?:\/\/\S+$/.test(line) ? line : null;
}
