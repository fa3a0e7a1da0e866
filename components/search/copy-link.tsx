'use client';

import { useEffect, useState } from 'react';

/** Copies this page's address. Without client JavaScript there is the address bar, and no dead button. */
export function CopyLink() {
  const [state, setState] = useState<'absent' | 'ready' | 'copied' | 'failed'>('absent');

  useEffect(() => setState('ready'), []);
  useEffect(() => {
    if (state !== 'copied' && state !== 'failed') return;
    const timer = setTimeout(() => setState('ready'), 2500);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = () => {
    navigator.clipboard
      .writeText(window.location.href)
      .then(() => setState('copied'))
      .catch(() => setState('failed'));
  };
  const text = { absent: '', ready: 'Copy link', copied: 'Copied', failed: 'Copy it from the address bar' };
  return (
    <button
      type="button"
      onClick={copy}
      aria-live="polite"
      className={`link py-1 ${state === 'absent' ? 'invisible' : ''}`}
    >
      {text[state] || 'Copy link'}
    </button>
  );
}
