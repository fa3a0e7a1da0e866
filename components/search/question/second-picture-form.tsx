'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { type Refusal } from '@/components/forms/send-form';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { type DeviceFailure } from '@/lib/vision/browser/messages';

// Reading on the device is loaded when the form is opened or sent, and not with every search.
const load = () => import('./second-on-device');
const SecondOnDevice = lazy(() =>
  load()
    .then((file) => ({ default: file.SecondOnDevice }))
    .catch(() => ({ default: () => <></> })),
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
  const t = useTranslations('blendForm');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [isOpened, setOpened] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | 'lost' | DeviceFailure | null>(null);
  const [isReading, setReading] = useState(false);

  useEffect(() => {
    const details = form.current?.closest('details');
    const look = () => setOpened((before) => before || details?.open !== false);
    look();
    details?.addEventListener('toggle', look);
    return () => details?.removeEventListener('toggle', look);
  }, []);

  const take = async (fields: HTMLFormElement, asked: DeviceOffer) => {
    const reading = (await load().catch(() => null))?.readSecond(fields, asked, days) ?? null;
    if (reading === null) return fields.submit();
    setRefusal(null);
    setReading(true);
    const outcome = await reading;
    setReading(false);
    if ('href' in outcome) return router.push(outcome.href);
    setRefusal('failure' in outcome ? outcome.failure : outcome.refusal);
  };

  return (
    <form
      ref={form}
      action="/query"
      method="post"
      encType="multipart/form-data"
      className="mt-3 space-y-3"
      onSubmit={(event) => {
        if (!offer) return;
        event.preventDefault();
        void take(event.currentTarget, offer);
      }}
    >
      {children}
      {offer && isOpened && (
        <Suspense fallback={null}>
          <SecondOnDevice offer={offer} refusal={refusal} />
        </Suspense>
      )}
      <button type="submit" className="button-quiet" disabled={isReading}>
        {t(isReading ? 'reading' : 'submit')}
      </button>
    </form>
  );
}
