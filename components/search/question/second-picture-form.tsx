'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';

// Reading on the device is loaded when the form is opened, and not with every search. If it does not come, pictures are sent.
const SecondOnDevice = lazy(() =>
  import('./second-on-device')
    .then((file) => ({ default: file.SecondOnDevice }))
    .catch(() => ({ default: () => <Submit /> })),
);

interface SecondPictureFormProps {
  /** What the visitor's device needs to read the picture; null if pictures are always sent. */
  offer: DeviceOffer | null;
  /** How many days an uploaded query is kept. */
  days: number;
  children: React.ReactNode;
}

/** A form with a picture to blend in: sent, or read on the device if the visitor chose that. Inside `details`. */
export function SecondPictureForm({ offer, days, children }: SecondPictureFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [opened, setOpened] = useState<HTMLFormElement | null>(null);

  useEffect(() => {
    const details = form.current?.closest('details');
    const look = () => {
      if (details?.open) setOpened(form.current);
    };
    look();
    details?.addEventListener('toggle', look);
    return () => details?.removeEventListener('toggle', look);
  }, []);

  return (
    <form ref={form} action="/query" method="post" encType="multipart/form-data" className="mt-3 space-y-3">
      {children}
      {offer && opened ? (
        <Suspense fallback={<Submit isWaiting />}>
          <SecondOnDevice offer={offer} days={days} form={opened} />
        </Suspense>
      ) : (
        <Submit />
      )}
    </form>
  );
}

function Submit({ isWaiting = false }: { isWaiting?: boolean }) {
  const t = useTranslations('blendForm');
  return (
    <button type="submit" className="button-quiet" disabled={isWaiting}>
      {t('submit')}
    </button>
  );
}
