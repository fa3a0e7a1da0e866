'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { type DeviceFailure } from '@/lib/vision/browser/messages';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { type Refusal } from '@/components/forms/send-form';

// Both are loaded when they are used, and not with every search.
const DeviceChoice = lazy(() =>
  import('@/components/device/device-choice')
    .then((file) => ({ default: file.DeviceChoice }))
    .catch(() => ({ default: () => <></> })),
);
const loadDevice = () =>
  Promise.all([import('@/components/device/device-state'), import('@/components/device/search-on-device')]);

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
  const [reading, setReading] = useState(false);

  useEffect(() => {
    const details = form.current?.closest('details');
    const look = () => setOpened((before) => before || details?.open !== false);
    look();
    details?.addEventListener('toggle', look);
    return () => details?.removeEventListener('toggle', look);
  }, []);

  const take = async (fields: HTMLFormElement, asked: DeviceOffer) => {
    const loaded = await loadDevice().catch(() => null);
    if (loaded === null || !loaded[0].isDeviceChosen(asked)) return fields.submit();
    const [, { searchOnDevice }] = loaded;
    const data = new FormData(fields);
    const file = data.get('picture');
    if (!(file instanceof File)) return;
    setRefusal(null);
    setReading(true);
    const blend = { with: String(data.get('with')), as: String(data.get('as')) };
    const outcome = await searchOnDevice(file, asked, { withThumbnail: false, days, blend });
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
          <DeviceChoice offer={offer} name="second" thumbnail={null} />
        </Suspense>
      )}
      <button type="submit" className="button-quiet" disabled={reading}>
        {t(reading ? 'reading' : 'submit')}
      </button>
      {refusal && <RefusalNotice refusal={refusal} />}
    </form>
  );
}
