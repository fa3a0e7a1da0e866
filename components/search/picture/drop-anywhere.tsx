'use client';

import { useTranslations } from 'next-intl';
import { type GivenPicture, usePictureDrop } from '@/components/forms/use-picture-drop';
import { takesPictures } from './takes-pictures';

/** Takes a picture that is dropped or pasted on a page with no part that takes pictures itself. Client messages: `anywhere`. */
export default function DropAnywhere({ onPicture }: { onPicture: (picture: GivenPicture) => void }) {
  const t = useTranslations('anywhere');
  const over = usePictureDrop((picture) => {
    if (!takesPictures()) onPicture(picture);
  });
  return over && !takesPictures() ? (
    <p className="pointer-events-none fixed inset-3 z-50 grid place-items-center border-2 border-seal bg-wall/90 font-serif text-title">
      {t('release')}
    </p>
  ) : null;
}
