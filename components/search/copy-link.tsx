'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

/**
 * Copies an address, or that of this page. Without client JavaScript there is the address bar, and no dead button.
 */
export function CopyLink({ address }: { address?: string }) {
  const t = useTranslations('link');
  const [state, setState] = useState<'absent' | 'ready' | 'copied' | 'failed'>('absent');

  useEffect(() => setState('ready'), []);
  useEffect(() => {
    if (state !== 'copied' && state !== 'failed') return;
    const timer = setTimeout(() => setState('ready'), 2500);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = () => {
    navigator.clipboard
      .writeText(address ?? window.location.href)
      .then(() => setState('copied'))
      .catch(() => setState('failed'));
  };
  return (
    <button
      type="button"
      onClick={copy}
      aria-live="polite"
      className={`link py-1 ${state === 'absent' ? 'invisible' : ''}`}
    >
      {t(state === 'absent' ? 'ready' : state)}
    </button>
  );
}
