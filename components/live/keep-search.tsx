import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { deviceRefusals } from '@/components/device/device-words';
import { searchOnDevice } from '@/components/device/search-on-device';
import { type Refusal } from '@/components/forms/send-form';
import { ThumbnailChoice } from '@/components/device/thumbnail-choice';

interface KeepSearchProps {
  offer: DeviceOffer;
  /** How long the search is kept. */
  days: number;
  kind: EmbeddingKind;
  /** What is looked at now. */
  grab: () => Promise<ImageBitmap> | undefined;
  onRefusal: (refusal: Refusal | null) => void;
}

/** Makes a search with an address of its own from what a live search looks at, and goes there. */
export function KeepSearch({ offer, days, kind, grab, onRefusal }: KeepSearchProps) {
  const router = useRouter();
  const [keeping, setKeeping] = useState(false);
  const [withThumbnail, setWithThumbnail] = useState(false);
  const keep = async () => {
    onRefusal(null);
    setKeeping(true);
    const picture = await grab()?.catch(() => undefined);
    const outcome = picture
      ? await searchOnDevice(picture, offer, { withThumbnail, days, blend: { as: kind } })
      : ({ failure: 'undecodable' } as const);
    if ('href' in outcome) return router.push(outcome.href);
    onRefusal('failure' in outcome ? deviceRefusals[outcome.failure] : outcome.refusal);
    setKeeping(false);
  };
  return (
    <div className="max-md:order-last">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <button type="button" className="button-quiet" disabled={keeping} onClick={() => void keep()}>
          Keep this search
        </button>
        <span className="text-fine text-quiet">
          Makes an address to share, for {days} days.{' '}
          {withThumbnail ? 'A small copy of the picture goes along.' : 'The picture stays here.'}
        </span>
      </p>
      <div className="mt-1 grid grid-cols-[auto_1fr] items-baseline gap-x-3">
        <ThumbnailChoice id="live-thumbnail" chosen={withThumbnail} onChange={setWithThumbnail} />
      </div>
    </div>
  );
}
