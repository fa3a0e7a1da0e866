'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { BytesProgress } from './bytes-progress';
import { chooseDevice, recallChoice, useDeviceState } from './device-state';
import { ThumbnailChoice } from './thumbnail-choice';

interface DeviceChoiceProps {
  offer: DeviceOffer;
  /** Distinguishes this choice's ids from another's on the page. */
  name: string;
  /** Whether a small copy is sent as well; null if that is not offered. */
  thumbnail: { chosen: boolean; onChange: (chosen: boolean) => void } | null;
}

/** "Read the picture on this device": chosen once and remembered; nothing is downloaded before. */
export function DeviceChoice({ offer, name, thumbnail }: DeviceChoiceProps) {
  const t = useTranslations('device');
  const { chosen, step, bytesDone, bytesAll } = useDeviceState();
  useEffect(() => recallChoice(offer), [offer]);
  const sizeBytes = Object.values(offer.sizesBytes).reduce((sum, bytes) => sum + bytes, 0);
  // Whole megabytes: to make a number format takes a phone as long as the rest of this form.
  const size = Math.ceil(sizeBytes / 1e6);
  const loading = chosen && step === 'loading';
  return (
    <div className="noscript:hidden">
      <div className="grid grid-cols-[auto_1fr] items-baseline gap-x-3">
        <input
          id={`${name}-device`}
          type="checkbox"
          checked={chosen}
          onChange={(event) => chooseDevice(offer, event.currentTarget.checked)}
          aria-describedby={`${name}-device-what`}
          className="size-4 translate-y-0.5 accent-seal"
        />
        <label htmlFor={`${name}-device`}>{t('choose')}</label>
        <p id={`${name}-device-what`} className="col-start-2 text-fine text-quiet">
          {loading ? (
            <BytesProgress bytesDone={bytesDone} bytesAll={bytesAll} />
          ) : chosen ? (
            t('chosen')
          ) : (
            t('offer', { size })
          )}
        </p>
        {chosen && thumbnail && <ThumbnailChoice id={`${name}-thumbnail`} {...thumbnail} />}
      </div>
    </div>
  );
}
