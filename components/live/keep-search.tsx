import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { type DeviceFailure } from '@/lib/vision/browser/messages';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { searchOnDevice } from '@/components/device/search-on-device';
import { type Refusal } from '@/components/forms/send-form';
import { ThumbnailChoice } from '@/components/device/thumbnail-choice';
import { Gap } from '@/components/layout/gap';

interface KeepSearchProps {
  offer: DeviceOffer;
  /** How many days the search is kept. */
  days: number;
  kind: EmbeddingKind;
  /** Takes the picture that is shown now. */
  grab: () => Promise<ImageBitmap> | undefined;
  onRefusal: (refusal: Refusal | 'lost' | DeviceFailure | null) => void;
}

/** Saves what a live search shows now as a search with its own address, and goes there. */
export function KeepSearch({ offer, days, kind, grab, onRefusal }: KeepSearchProps) {
  const t = useTranslations('live');
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
    onRefusal('failure' in outcome ? outcome.failure : outcome.refusal);
    setKeeping(false);
  };
  return (
    <div className="max-md:order-last">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <button type="button" className="button-quiet" disabled={keeping} onClick={() => void keep()}>
          {t('keep')}
        </button>
        <span className="text-fine text-quiet">
          {t('keepDays', { days })}
          <Gap />
          {t(withThumbnail ? 'keepWithCopy' : 'keepWithout')}
        </span>
      </p>
      <div className="mt-1 grid grid-cols-[auto_1fr] items-baseline gap-x-3">
        <ThumbnailChoice id="live-thumbnail" chosen={withThumbnail} onChange={setWithThumbnail} />
      </div>
    </div>
  );
}
