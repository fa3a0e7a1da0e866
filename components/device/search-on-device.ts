import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { DeviceError, type DeviceFailure } from '@/lib/vision/browser/messages';
import { deviceReader } from './device-state';
import { type SendOutcome } from '@/components/forms/send-form';
import { previewSidePx, sendReading, type SendOptions, thumbnailSidePx } from './send-reading';

interface OnDeviceOptions extends Pick<SendOptions, 'days' | 'blend'> {
  /** The visitor lets anyone with the link see a small copy. */
  readonly withThumbnail: boolean;
}

/** Reads a picture on this device and creates a search from it. After a `failure`, nothing has been sent. */
export async function searchOnDevice(
  picture: Blob | ImageBitmap,
  offer: DeviceOffer,
  { withThumbnail, days, blend }: OnDeviceOptions,
): Promise<SendOutcome | { failure: DeviceFailure }> {
  try {
    const reader = await deviceReader(offer);
    const sides = withThumbnail ? [previewSidePx, thumbnailSidePx] : [previewSidePx];
    const reading = await reader.read(picture, sides);
    const [preview = null, thumbnail = null] = reading.previews;
    return await sendReading(reading, { preview, thumbnail, days, blend });
  } catch (error) {
    return { failure: error instanceof DeviceError ? error.failure : 'unable' };
  }
}
