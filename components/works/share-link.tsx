'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

/** Opens the device's own way of sharing. Browsers that have none do not get the button. */
export function ShareLink({ title, url }: { title: string; url: string }) {
  const t = useTranslations('link');
  const [canShare, setCanShare] = useState(false);
  useEffect(() => setCanShare('share' in navigator), []);
  if (!canShare) return null;
  // It is refused, too, when somebody closes the menu without choosing.
  const share = () => void navigator.share({ title, url }).catch(() => undefined);
  return (
    <button type="button" onClick={share} className="link py-1">
      {t('share')}
    </button>
  );
}
