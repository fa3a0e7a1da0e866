'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

/** Sends its form once, and says that it is at work: thousands of works take a while. Client messages: `selection`. */
export function ConfirmButton({ label }: { label: string }) {
  const t = useTranslations('selection');
  const button = useRef<HTMLButtonElement>(null);
  const [isSending, setSending] = useState(false);
  useEffect(() => {
    const form = button.current?.form;
    const onSubmit = (event: SubmitEvent) => {
      if (!event.defaultPrevented) setSending(true);
    };
    // The browser may show this page again as it was left.
    const onShow = () => setSending(false);
    form?.addEventListener('submit', onSubmit);
    window.addEventListener('pageshow', onShow);
    return () => {
      form?.removeEventListener('submit', onSubmit);
      window.removeEventListener('pageshow', onShow);
    };
  }, []);
  return (
    <span className="flex items-center gap-5">
      <button ref={button} type="submit" className="button" disabled={isSending}>
        {label}
      </button>
      <span role="status" className="text-quiet">
        {isSending && t('working')}
      </span>
    </span>
  );
}
