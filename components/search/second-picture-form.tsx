'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { DeviceChoice } from '@/components/device/device-choice';
import { useDeviceState } from '@/components/device/device-state';
import { deviceRefusals } from '@/components/device/device-words';
import { Notice } from '@/components/layout/notice';
import { searchOnDevice } from '@/components/device/search-on-device';
import { type Refusal } from '@/components/forms/send-form';

interface SecondPictureFormProps {
  /** Null: pictures are sent. */
  offer: DeviceOffer | null;
  /** How long an uploaded query is kept. */
  days: number;
  children: React.ReactNode;
}

/** A form with a picture to blend in, sent as forms are, or read here where the visitor chose so. */
export function SecondPictureForm({ offer, days, children }: SecondPictureFormProps) {
  const router = useRouter();
  const { chosen } = useDeviceState();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [reading, setReading] = useState(false);

  const readHere = async (form: FormData, asked: DeviceOffer) => {
    const file = form.get('picture');
    if (!(file instanceof File)) return;
    setRefusal(null);
    setReading(true);
    const blend = { with: String(form.get('with')), as: String(form.get('as')) };
    const outcome = await searchOnDevice(file, asked, { withThumbnail: false, days, blend });
    setReading(false);
    if ('href' in outcome) return router.push(outcome.href);
    setRefusal('failure' in outcome ? deviceRefusals[outcome.failure] : outcome.refusal);
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
        {reading ? 'Reading it here' : 'Blend'}
      </button>
      {refusal && (
        <Notice role="alert" title={refusal.title}>
          {refusal.detail}
        </Notice>
      )}
    </form>
  );
}
