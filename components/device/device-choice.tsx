'use client';

import { useEffect } from 'react';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { BytesProgress } from './bytes-progress';
import { chooseDevice, recallChoice, useDeviceState } from './device-state';
import { megabytesLabel } from './device-words';
import { ThumbnailChoice } from './thumbnail-choice';

interface DeviceChoiceProps {
  offer: DeviceOffer;
  /** Tells this choice's ids from another's on the page. */
  name: string;
  /** Whether a small copy goes along; null where that is not asked. */
  thumbnail: { chosen: boolean; onChange: (chosen: boolean) => void } | null;
}

/** "Read it on this device": chosen once, remembered, and nothing is fetched before. */
export function DeviceChoice({ offer, name, thumbnail }: DeviceChoiceProps) {
  const { chosen, step, bytesDone, bytesAll } = useDeviceState();
  useEffect(() => recallChoice(offer), [offer]);
  const sizeBytes = Object.values(offer.sizesBytes).reduce((sum, bytes) => sum + bytes, 0);
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
        <label htmlFor={`${name}-device`}>Read it on this device</label>
        <p id={`${name}-device-what`} className="col-start-2 text-fine text-quiet">
          {loading ? (
            <BytesProgress bytesDone={bytesDone} bytesAll={bytesAll} />
          ) : chosen ? (
            'Your picture stays on your device. Only the numbers read from it are sent.'
          ) : (
            `Your picture is not sent, only the numbers read from it. Fetches ${megabytesLabel(sizeBytes)}, once.`
          )}
        </p>
        {chosen && thumbnail && <ThumbnailChoice id={`${name}-thumbnail`} {...thumbnail} />}
      </div>
    </div>
  );
}
