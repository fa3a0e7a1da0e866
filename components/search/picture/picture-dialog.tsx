'use client';

import { NextIntlClientProvider, useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { type GivenPicture } from '@/components/forms/use-picture-drop';
import { DropZone } from './drop-zone';
import { usePictureForm } from './use-picture-form';

interface PictureDialogProps {
  /** Null: still to be chosen. */
  given: GivenPicture | null;
  onClose: () => void;
}

/** The form for a picture over a page that does not hold it. Client messages: `anywhere`. */
export function PictureDialog({ given, onClose }: PictureDialogProps) {
  const t = useTranslations('anywhere');
  const locale = useLocale();
  const dialog = useRef<HTMLDialogElement>(null);
  const got = usePictureForm(locale);

  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog
      ref={dialog}
      aria-label={t('search')}
      onClose={onClose}
      className="m-auto w-[min(40rem,calc(100vw-2rem))] bg-wall p-5 text-ink backdrop:bg-black/50 sm:p-7"
    >
      <form method="dialog" className="mb-3 flex items-baseline justify-between gap-4">
        <p className="font-serif text-head">{t('search')}</p>
        <button className="link py-1">{t('close')}</button>
      </form>
      <div className="min-h-64">
        {got === 'failed' ? (
          <p role="alert">{t('failed')}</p>
        ) : (
          got && (
            <NextIntlClientProvider locale={locale} messages={got.messages}>
              <DropZone {...got.form} given={given ?? undefined} onFound={() => dialog.current?.close()} />
            </NextIntlClientProvider>
          )
        )}
      </div>
    </dialog>
  );
}
