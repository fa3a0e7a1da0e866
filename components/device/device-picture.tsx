'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { findPicture } from './kept-pictures';

export interface DevicePictureProps {
  /** The search's id, `q_…`. */
  id: string;
}

/** A picture that stayed on its owner's device: shown there; an explanation in its place everywhere else. */
export function DevicePicture({ id }: DevicePictureProps) {
  const t = useTranslations('devicePicture');
  const [url, setUrl] = useState<string | null>(null);

  useEffect(() => {
    let current: string | null = null;
    let left = false;
    void findPicture(id).then((picture) => {
      if (!picture || left) return;
      current = URL.createObjectURL(picture);
      setUrl(current);
    });
    return () => {
      left = true;
      if (current) URL.revokeObjectURL(current);
      setUrl(null);
    };
  }, [id]);

  return (
    <div className="flex aspect-square items-center justify-center bg-plinth">
      {url ? (
        <img src={url} alt={t('here')} className="size-full object-contain" />
      ) : (
        <p className="max-w-[15rem] p-5 text-center text-fine text-quiet">{t('elsewhere')}</p>
      )}
    </div>
  );
}
