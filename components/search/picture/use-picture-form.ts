'use client';

import { type Messages } from 'next-intl';
import { useEffect, useState } from 'react';
import { type DropZoneProps } from './drop-zone';

/** What a form for a picture needs on a page that was not sent with it. */
export interface PictureForm {
  readonly form: Pick<DropZoneProps, 'bytesMax' | 'days' | 'offer'>;
  readonly messages: Pick<Messages, 'picture' | 'device' | 'refusals'>;
}

/** Asks for it in a language; null until it has come. */
export function usePictureForm(locale: string): PictureForm | 'failed' | null {
  const [got, setGot] = useState<PictureForm | 'failed' | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    fetch(`/query/form?lang=${locale}`, { signal: stop.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(`The form was answered with ${answer.status}.`);
        setGot((await answer.json()) as PictureForm);
      })
      .catch(() => {
        if (!stop.signal.aborted) setGot('failed');
      });
    return () => stop.abort();
  }, [locale]);
  return got;
}
