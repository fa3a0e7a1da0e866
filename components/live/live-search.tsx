'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { type DeviceFailure } from '@/lib/vision/browser/messages';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { BytesProgress } from '@/components/device/bytes-progress';
import { deviceReader, useDeviceState } from '@/components/device/device-state';
import { KeepSearch } from './keep-search';
import { LiveCamera } from './live-camera';
import { LiveCrop } from './live-crop';
import { type Grab } from './live-source';
import { LiveWall } from './live-wall';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { Notice } from '@/components/layout/notice';
import { type Refusal } from '@/components/forms/send-form';
import { useLiveHits } from './use-live-hits';
import { usePictureDrop } from '@/components/forms/use-picture-drop';

type Source = { from: 'nothing' } | { from: 'camera' } | { from: 'file'; picture: ImageBitmap; url: string };

/** Enough for a small frame to show brushwork. */
const pictureSidePx = 1600;

/**
 * Results that follow a camera, or a frame over a picture; every picture is read on the device.
 * Client messages: `live`, `kinds`, `artwork`, `device`, `refusals`.
 */
export function LiveSearch({ offer, days }: { offer: DeviceOffer; days: number }) {
  const t = useTranslations('live');
  const kinds = useTranslations('kinds');
  const [source, setSource] = useState<Source>({ from: 'nothing' });
  const [kind, setKind] = useState<EmbeddingKind>('style');
  const [refusal, setRefusal] = useState<Refusal | 'lost' | DeviceFailure | null>(null);
  const grab = useRef<Grab | null>(null);
  const live = useLiveHits(offer, kind);
  const device = useDeviceState();

  const begin = (next: Source) => {
    setRefusal(null);
    setSource(next);
    deviceReader(offer).catch(() => undefined);
  };
  const open = async (file: File) => {
    try {
      begin({ from: 'file', picture: await reduced(file), url: URL.createObjectURL(file) });
    } catch {
      setRefusal('undecodable');
    }
  };
  const over = usePictureDrop((picture) => {
    if (picture instanceof File) void open(picture);
  });
  const url = source.from === 'file' ? source.url : null;
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);

  return (
    <div
      data-takes-pictures
      className="mt-6 grid gap-x-12 gap-y-5 md:mt-8 md:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"
    >
      {/* On a phone, picture, controls and wall are rows of one grid, and the picture stays in view. */}
      <div className="min-w-0 max-md:contents md:sticky md:top-6 md:space-y-5 md:self-start">
        <div className="max-md:sticky max-md:top-0 max-md:z-10 max-md:bg-wall max-md:py-2">
          {source.from === 'camera' && (
            <LiveCamera idle={live.idle} onLook={live.look} onGrab={(own) => (grab.current = own)} />
          )}
          {source.from === 'file' && (
            <LiveCrop
              key={source.url}
              picture={source.picture}
              url={source.url}
              kind={kind}
              onLook={live.look}
              onGrab={(own) => (grab.current = own)}
            />
          )}
          {source.from === 'nothing' && (
            <div
              className={`flex aspect-4/3 items-center justify-center bg-plinth p-8 outline-1 -outline-offset-12 ${over ? 'outline-seal' : 'outline-edge'}`}
            >
              <p className="font-serif text-head">{t(over ? 'release' : 'start')}</p>
            </div>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          {source.from === 'camera' ? (
            <button type="button" className="button" onClick={() => setSource({ from: 'nothing' })}>
              {t('stopCamera')}
            </button>
          ) : (
            <button type="button" className="button" onClick={() => begin({ from: 'camera' })}>
              {t('useCamera')}
            </button>
          )}
          <input
            id="live-picture"
            type="file"
            accept="image/*"
            className="peer sr-only"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) void open(file);
            }}
          />
          <label
            htmlFor="live-picture"
            className="button-quiet min-h-11 peer-focus-visible:outline-2 peer-focus-visible:outline-offset-3 peer-focus-visible:outline-seal"
          >
            {t('choose')}
          </label>
        </div>
        <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
          <legend className="mb-1 text-fine text-quiet">{t('kind')}</legend>
          {embeddingKinds.map((one) => (
            <label key={one} className="flex cursor-pointer items-center gap-2 py-1">
              <input
                type="radio"
                name="live-kind"
                checked={kind === one}
                onChange={() => setKind(one)}
                className="accent-seal"
              />
              {kinds(one)}
            </label>
          ))}
        </fieldset>
        <DeviceProgress state={device} />
        {refusal && <RefusalNotice refusal={refusal} />}
        {live.problem !== null && <Notice title={t('paused')}>{live.problem || t('retrying')}</Notice>}
        {live.hits.length > 0 && source.from !== 'nothing' && (
          <KeepSearch
            offer={offer}
            days={days}
            kind={kind}
            grab={() => grab.current?.()}
            onRefusal={setRefusal}
          />
        )}
      </div>
      <div className="min-w-0" aria-busy={source.from !== 'nothing' && live.hits.length === 0}>
        {live.hits.length > 0 ? <LiveWall hits={live.hits} /> : <p className="text-quiet">{t('waiting')}</p>}
      </div>
    </div>
  );
}

function DeviceProgress({ state }: { state: ReturnType<typeof useDeviceState> }) {
  const t = useTranslations('live');
  const { step, bytesDone, bytesAll, failure } = state;
  if (step === 'failed' && failure)
    return (
      <RefusalNotice refusal={failure}>
        {/* A full page load, so that what failed is tried again there. */}
        <a href="/" className="link text-ink">
          {t('sendInstead')}
        </a>
      </RefusalNotice>
    );
  if (step !== 'loading') return null;
  return (
    <p role="status" className="text-fine text-quiet">
      <BytesProgress bytesDone={bytesDone} bytesAll={bytesAll} />
    </p>
  );
}

/** The picture decoded once, upright, and as small as a frame allows, so that each search is quick. */
async function reduced(file: File): Promise<ImageBitmap> {
  const whole = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = pictureSidePx / Math.max(whole.width, whole.height);
  if (scale >= 1) return whole;
  const size = {
    resizeWidth: Math.round(whole.width * scale),
    resizeHeight: Math.round(whole.height * scale),
  };
  return createImageBitmap(whole, { ...size, resizeQuality: 'high' });
}
