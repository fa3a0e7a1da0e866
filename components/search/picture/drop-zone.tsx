'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { type DeviceFailure } from '@/lib/vision/browser/messages';
import { DeviceChoice } from '@/components/device/device-choice';
import { useDeviceState } from '@/components/device/device-state';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { Link, useRouter } from '@/i18n/navigation';
import { PictureProgress, type ProgressStep } from './picture-progress';
import { searchOnDevice } from '@/components/device/search-on-device';
import { type Refusal, sendForm } from '@/components/forms/send-form';
import { usePictureDrop } from '@/components/forms/use-picture-drop';

interface DropZoneProps {
  bytesMax: number;
  /** How many days an uploaded query is kept. */
  days: number;
  /** Why the last picture was refused, if the form was sent without client JavaScript. */
  refusal?: Refusal | null;
  /** What the visitor's device needs to read the picture; null if it cannot. */
  offer: DeviceOffer | null;
}

type State =
  | { step: 'waiting' }
  | { step: 'working'; previewUrl: string; progress: ProgressStep }
  | { step: 'refused'; refusal: Refusal | 'lost' }
  | { step: 'unread'; failure: DeviceFailure; file: File };

/**
 * The form for a picture to search with. Without client JavaScript it is a plain form; with it, a picture can be
 * dropped or pasted anywhere on the page and is sent as soon as it is chosen.
 * Client messages: `picture`, `device`, `refusals`.
 */
export function DropZone({ bytesMax, days, refusal, offer }: DropZoneProps) {
  const t = useTranslations('picture');
  const device = useTranslations('device');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState<State>(refusal ? { step: 'refused', refusal } : { step: 'waiting' });
  const [withThumbnail, setWithThumbnail] = useState(false);
  const { chosen } = useDeviceState();
  const onDevice = offer !== null && chosen;
  const megabytes = Math.floor(bytesMax / 1024 ** 2);

  const send = async (file: File) => {
    if (file.size > bytesMax) {
      const detail = t('tooLargeDetail', { size: file.size / 1024 ** 2, limit: megabytes });
      setState({ step: 'refused', refusal: { title: t('tooLarge'), detail } });
      return;
    }
    const previewUrl = URL.createObjectURL(file);
    const show = (progress: ProgressStep) => setState({ step: 'working', previewUrl, progress });
    show({ doing: 'sending', part: 0 });
    const data = new FormData();
    data.set('picture', file);
    const outcome = await sendForm('/query', data, (part) =>
      show(part < 1 ? { doing: 'sending', part } : { doing: 'searching' }),
    );
    form.current?.reset();
    if ('href' in outcome) router.push(outcome.href);
    else {
      URL.revokeObjectURL(previewUrl);
      setState({ step: 'refused', refusal: outcome.refusal });
    }
  };

  const readHere = async (file: File, asked: DeviceOffer) => {
    const previewUrl = URL.createObjectURL(file);
    setState({ step: 'working', previewUrl, progress: { doing: 'reading' } });
    const outcome = await searchOnDevice(file, asked, { withThumbnail, days });
    form.current?.reset();
    if ('href' in outcome) return router.push(outcome.href);
    URL.revokeObjectURL(previewUrl);
    setState(
      'failure' in outcome
        ? { step: 'unread', failure: outcome.failure, file }
        : { step: 'refused', ...outcome },
    );
  };
  const take = (file: File) => void (offer && chosen ? readHere(file, offer) : send(file));
  const over = usePictureDrop(take);

  return (
    <form
      ref={form}
      action="/query"
      method="post"
      encType="multipart/form-data"
      aria-label={t('form')}
      onSubmit={(event) => {
        const file = new FormData(event.currentTarget).get('picture');
        if (!(file instanceof File) || file.size === 0) return;
        event.preventDefault();
        take(file);
      }}
    >
      <div
        className={`relative flex min-h-60 flex-col justify-center bg-plinth p-8 outline-1 -outline-offset-12 transition-[outline-color] duration-150 sm:px-12 md:min-h-80 ${over ? 'outline-seal' : 'outline-edge'}`}
      >
        {state.step === 'working' ? (
          <PictureProgress previewUrl={state.previewUrl} progress={state.progress} />
        ) : (
          <div className="space-y-5">
            <p className="font-serif text-[clamp(1.5rem,1.2rem+1vw,2.125rem)] leading-tight tracking-[-0.01em]">
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
                id="picture"
                type="file"
                name="picture"
                accept="image/*"
                required
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
            {' '}
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
