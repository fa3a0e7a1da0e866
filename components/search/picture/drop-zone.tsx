'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { type DeviceFailure } from '@/lib/vision/browser/messages';
import { DeviceChoice } from '@/components/device/device-choice';
import { isDeviceChosen, useDeviceState } from '@/components/device/device-state';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { Link } from '@/i18n/link';
import { PictureProgress, type ProgressStep } from './picture-progress';
import { type Refusal, sendForm } from '@/components/forms/send-form';
import { type GivenPicture, usePictureDrop } from '@/components/forms/use-picture-drop';
import { Gap } from '@/components/layout/gap';

export interface DropZoneProps {
  bytesMax: number;
  /** How many days an uploaded query is kept. */
  days: number;
  /** Why the last picture was refused, if the form was sent without client JavaScript. */
  refusal?: Refusal | null;
  /** What the visitor's device needs to read the picture; null if it cannot. */
  offer: DeviceOffer | null;
  /** A picture to begin with. */
  given?: GivenPicture;
  /** Called when the results are on their way. */
  onFound?: () => void;
}

type State =
  | { step: 'waiting' }
  | { step: 'working'; previewUrl: string | null; progress: ProgressStep }
  | { step: 'refused'; refusal: Refusal | 'lost' }
  | { step: 'unread'; failure: DeviceFailure; file: File };

/**
 * The form for a picture to search with. Without client JavaScript it is a plain form; with it, a picture can be
 * dropped or pasted anywhere on the page and is sent as soon as it is chosen.
 * Client messages: `picture`, `device`, `refusals`.
 */
export function DropZone({ bytesMax, days, refusal, offer, given, onFound }: DropZoneProps) {
  const t = useTranslations('picture');
  const device = useTranslations('device');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>(refusal ? { step: 'refused', refusal } : { step: 'waiting' });
  const [withThumbnail, setWithThumbnail] = useState(false);
  const { chosen } = useDeviceState();
  const onDevice = offer !== null && chosen;
  const megabytes = Math.floor(bytesMax / 1024 ** 2);

  const follow = (href: string) => {
    onFound?.();
    router.push(href);
  };
  const refuse = (why: Refusal | 'lost', previewUrl: string | null) => {
    if (previewUrl) URL.revokeObjectURL(previewUrl);
    setState({ step: 'refused', refusal: why });
  };

  const send = async (picture: GivenPicture) => {
    const file = picture instanceof File ? picture : null;
    if (file && file.size > bytesMax) {
      const detail = t('tooLargeDetail', { size: file.size / 1024 ** 2, limit: megabytes });
      return refuse({ title: t('tooLarge'), detail }, null);
    }
    const previewUrl = file && URL.createObjectURL(file);
    const show = (progress: ProgressStep) => setState({ step: 'working', previewUrl, progress });
    show(file ? { doing: 'sending', part: 0 } : { doing: 'fetching' });
    const data = new FormData();
    data.set(file ? 'picture' : 'address', picture);
    const outcome = await sendForm('/query', data, (part) => {
      if (file) show(part < 1 ? { doing: 'sending', part } : { doing: 'searching' });
    });
    form.current?.reset();
    if ('href' in outcome) follow(outcome.href);
    else refuse(outcome.refusal, previewUrl);
  };

  const readHere = async (file: File, asked: DeviceOffer) => {
    const previewUrl = URL.createObjectURL(file);
    setState({ step: 'working', previewUrl, progress: { doing: 'reading' } });
    // Loaded when it is used, and not with every page that has the form.
    const { searchOnDevice } = await import('@/components/device/search-on-device');
    const outcome = await searchOnDevice(file, asked, { withThumbnail, days });
    form.current?.reset();
    if ('href' in outcome) return follow(outcome.href);
    if ('refusal' in outcome) return refuse(outcome.refusal, previewUrl);
    URL.revokeObjectURL(previewUrl);
    setState({ step: 'unread', failure: outcome.failure, file });
  };
  // An address is fetched by the server whatever was chosen: the picture is in public already.
  const take = (picture: GivenPicture) =>
    void (offer && picture instanceof File && isDeviceChosen(offer)
      ? readHere(picture, offer)
      : send(picture));
  const over = usePictureDrop(take);
  const takeGiven = useEffectEvent(() => {
    if (given !== undefined) take(given);
  });
  useEffect(() => takeGiven(), [given]);
  // What was chosen before the page's scripts had come.
  const takeChosen = useEffectEvent(() => {
    const file = chooser.current?.files?.[0];
    if (file) take(file);
  });
  useEffect(() => takeChosen(), []);

  return (
    <form
      ref={form}
      action="/query"
      method="post"
      encType="multipart/form-data"
      aria-label={t('form')}
      data-takes-pictures
      onSubmit={(event) => {
        const fields = new FormData(event.currentTarget);
        const [file, address] = [fields.get('picture'), fields.get('address')];
        const picture = file instanceof File && file.size > 0 ? file : address;
        if (picture === null || picture === '') return;
        event.preventDefault();
        take(picture);
      }}
    >
      <div
        className={`relative min-h-44 bg-plinth px-6 py-5 outline-1 -outline-offset-8 transition-[outline-color] duration-150 sm:px-9 sm:py-8 ${over ? 'outline-seal' : 'outline-edge'}`}
      >
        {state.step === 'working' ? (
          <PictureProgress previewUrl={state.previewUrl} progress={state.progress} />
        ) : (
          <div className="space-y-4">
            <p className="font-serif text-[clamp(1.375rem,1.2rem+0.6vw,1.75rem)] leading-tight tracking-[-0.01em]">
              {over ? (
                t('release')
              ) : (
                <>
                  <span className="pointer-coarse:hidden">{t('drop')}</span>
                  <span className="hidden pointer-coarse:inline">{t('show')}</span>
                </>
              )}
            </p>
            {/* With JavaScript a chosen file is sent at once, and the label is the whole control. */}
            <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
              <input
                ref={chooser}
                id="picture"
                type="file"
                name="picture"
                accept="image/*"
                aria-describedby="picture-allowed"
                onChange={(event) => {
                  const file = event.currentTarget.files?.[0];
                  if (file) take(file);
                }}
                className="peer sr-only max-w-full text-fine text-quiet file:mr-3 file:min-h-11 file:border file:border-solid file:border-edge file:px-4 file:text-base file:text-ink noscript:not-sr-only"
              />
              <label
                htmlFor="picture"
                className="button peer-focus-visible:outline-2 peer-focus-visible:outline-offset-3 peer-focus-visible:outline-seal noscript:order-first noscript:sr-only"
              >
                {t('choose')}
              </label>
              <span className="text-quiet pointer-coarse:hidden noscript:hidden">{t('orPaste')}</span>
              <noscript>
                <button type="submit" className="button">
                  {t('submit')}
                </button>
              </noscript>
            </div>
            <AddressField />
            {state.step === 'refused' && <RefusalNotice refusal={state.refusal} />}
            {state.step === 'unread' && (
              <RefusalNotice refusal={state.failure}>
                <button type="button" className="link text-ink" onClick={() => void send(state.file)}>
                  {device('sendInstead')}
                </button>
              </RefusalNotice>
            )}
          </div>
        )}
      </div>
      {offer && (
        <div className="mt-4 border-b border-rule pb-4">
          <DeviceChoice
            offer={offer}
            name="drop"
            thumbnail={{ chosen: withThumbnail, onChange: setWithThumbnail }}
          />
        </div>
      )}
      <p id="picture-allowed" className="mt-3 text-fine text-quiet">
        {onDevice ? t('allowedOnDevice', { days }) : t('allowed', { megabytes, days })}
        {offer && (
          <span className="noscript:hidden">
            <Gap />
            {t.rich('live', {
              link: (text) => (
                <Link href="/live" className="link">
                  {text}
                </Link>
              ),
            })}
          </span>
        )}
      </p>
    </form>
  );
}

/** For a picture that is on the web: fetched by the server, so that its site does not see the visitor. */
function AddressField() {
  const t = useTranslations('picture');
  return (
    <details className="text-fine">
      <summary className="link inline-block py-1 text-quiet">{t('address')}</summary>
      <span className="mt-1 flex gap-2">
        <input
          type="url"
          name="address"
          aria-label={t('address')}
          autoComplete="off"
          className="field min-w-0 bg-wall"
        />
        <button type="submit" className="button-quiet">
          {t('submit')}
        </button>
      </span>
    </details>
  );
}
