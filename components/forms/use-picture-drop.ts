'use client';

import { useEffect, useEffectEvent, useState } from 'react';

/**
 * Takes a picture dropped anywhere on the page, or pasted. What was dragged from this very page is left alone.
 * @returns whether a file is being dragged over the page
 */
export function usePictureDrop(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onFile);

  useEffect(() => {
    let ownDrag = false;
    const carriesFile = (event: DragEvent) =>
      !ownDrag && event.dataTransfer?.types.includes('Files') === true;
    const listeners = {
      dragstart: () => void (ownDrag = true),
      dragend: () => void (ownDrag = false),
      dragover: (event: DragEvent) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setOver(true);
      },
      dragleave: (event: DragEvent) => {
        if (event.relatedTarget === null) setOver(false);
      },
      drop: (event: DragEvent) => {
        setOver(false);
        if (!carriesFile(event)) return;
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file) take(file);
      },
      paste: (event: ClipboardEvent) => {
        const file = event.clipboardData?.files[0];
        if (!file) return;
        event.preventDefault();
        take(file);
      },
    };
    const entries = Object.entries(listeners) as [keyof typeof listeners, EventListener][];
    for (const [name, listener] of entries) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of entries) window.removeEventListener(name, listener);
    };
  }, []);

  return over;
}
