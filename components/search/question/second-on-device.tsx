'use client';

import { NextIntlClientProvider, useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import { DeviceChoice } from '@/components/device/device-choice';
import { isDeviceChosen } from '@/components/device/device-state';
import { searchOnDevice } from '@/components/device/search-on-device';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { usePictureForm } from '@/components/search/picture/use-picture-form';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';

interface SecondOnDeviceProps {
  offer: DeviceOffer;
  /** How many days an uploaded query is kept. */
  days: number;
  /** What it is a part of, with the fields `picture`, `with` and `as`. */
  form: HTMLFormElement;
}

/**
 * Reads the second picture of a form on the device if the visitor chooses that: the choice, what went wrong, and the
 * form's button. Its words come when it does. Client messages: `blendForm`, `anywhere`.
 */
export function SecondOnDevice({ offer, days, form }: SecondOnDeviceProps) {
  const t = useTranslations('blendForm');
  const anywhere = useTranslations('anywhere');
  const router = useRouter();
  const locale = useLocale();
  const words = usePictureForm(locale);
  const [refusal, setRefusal] = useState<React.ComponentProps<typeof RefusalNotice>['refusal'] | null>(null);
  const [isReading, setReading] = useState(false);

  const take = async (file: File, blend: { with: string; as: string }) => {
    setRefusal(null);
    setReading(true);
    const outcome = await searchOnDevice(file, offer, { withThumbnail: false, days, blend });
    setReading(false);
    if ('href' in outcome) return router.push(outcome.href);
    setRefusal('failure' in outcome ? outcome.failure : outcome.refusal);
  };
  const onSubmit = useEffectEvent((event: SubmitEvent) => {
    const fields = new FormData(form);
    const file = fields.get('picture');
    if (!isDeviceChosen(offer) || !(file instanceof File)) return;
    event.preventDefault();
    void take(file, { with: String(fields.get('with')), as: String(fields.get('as')) });
  });
  useEffect(() => {
    const listener = (event: SubmitEvent) => onSubmit(event);
    form.addEventListener('submit', listener);
    return () => form.removeEventListener('submit', listener);
  }, [form]);

  return (
    <>
      {words === 'failed'
        ? refusal && <p role="alert">{anywhere('failed')}</p>
        : words && (
            <NextIntlClientProvider locale={locale} messages={words.messages}>
              <DeviceChoice offer={offer} name="second" thumbnail={null} />
              {refusal && <RefusalNotice refusal={refusal} />}
            </NextIntlClientProvider>
          )}
      <button type="submit" className="button-quiet" disabled={isReading}>
        {t(isReading ? 'reading' : 'submit')}
      </button>
    </>
  );
}
