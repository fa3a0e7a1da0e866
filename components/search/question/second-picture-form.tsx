'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { type DeviceFailure } from '@/lib/vision/browser/messages';
import { DeviceChoice } from '@/components/device/device-choice';
import { useDeviceState } from '@/components/device/device-state';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { type Refusal } from '@/components/forms/send-form';

interface SecondPictureFormProps {
  /** What the visitor's device needs to read the picture; null if pictures are always sent. */
  offer: DeviceOffer | null;
  /** How many days an uploaded query is kept. */
  days: number;
  children: React.ReactNode;
}

/** A form with a picture to blend in: sent, or read on the device if the visitor chose that. */
export function SecondPictureForm({ offer, days, children }: SecondPictureFormProps) {
  const t = useTranslations('blendForm');
  const router = useRouter();
  const { chosen } = useDeviceState();
  const [refusal, setRefusal] = useState<Refusal | 'lost' | DeviceFailure | null>(null);
  const [reading, setReading] = useState(false);

  const readHere = async (form: FormData, asked: DeviceOffer) => {
    const file = form.get('picture');
    if (!(file instanceof File)) return;
    setRefusal(null);
    setReading(true);
    // Loaded when it is used, and not with every search.
    const { searchOnDevice } = await import('@/components/device/search-on-device');
    const blend = { with: String(form.get('with')), as: String(form.get('as')) };
    const outcome = await searchOnDevice(file, asked, { withThumbnail: false, days, blend });
    setReading(false);
    if ('href' in outcome) return router.push(outcome.href);
    setRefusal('failure' in outcome ? outcome.failure : outcome.refusal);
  };

  return (
    <form
      action="/query"
      method="post"
      encType="multipart/form-data"
      className="mt-3 space-y-3"
      onSubmit={(event) => {
        if (!offer || !chosen) return;
        event.preventDefault();
        void readHere(new FormData(event.currentTarget), offer);
      }}
    >
      {children}
      {offer && <DeviceChoice offer={offer} name="second" thumbnail={null} />}
      <button type="submit" className="button-quiet" disabled={reading}>
        {t(reading ? 'reading' : 'submit')}
      </button>
      {refusal && <RefusalNotice refusal={refusal} />}
    </form>
  );
}
