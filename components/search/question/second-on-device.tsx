'use client';

import { DeviceChoice } from '@/components/device/device-choice';
import { isDeviceChosen } from '@/components/device/device-state';
import { searchOnDevice } from '@/components/device/search-on-device';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';

interface SecondOnDeviceProps {
  offer: DeviceOffer;
  /** Why the last picture was not read. */
  refusal: React.ComponentProps<typeof RefusalNotice>['refusal'] | null;
}

/** The choice to read a second picture on the device, and what went wrong. Client messages: `device`, `refusals`. */
export function SecondOnDevice({ offer, refusal }: SecondOnDeviceProps) {
  return (
    <>
      <DeviceChoice offer={offer} name="second" thumbnail={null} />
      {refusal && <RefusalNotice refusal={refusal} />}
    </>
  );
}

/** Reads the form's picture on the device and creates a search from it; null if the picture is to be sent. */
export function readSecond(
  form: HTMLFormElement,
  offer: DeviceOffer,
  days: number,
): ReturnType<typeof searchOnDevice> | null {
  const data = new FormData(form);
  const file = data.get('picture');
  if (!isDeviceChosen(offer) || !(file instanceof File)) return null;
  const blend = { with: String(data.get('with')), as: String(data.get('as')) };
  return searchOnDevice(file, offer, { withThumbnail: false, days, blend });
}
