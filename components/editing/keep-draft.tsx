'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

const everyMs = 2000;

interface KeepDraftProps {
  /** Where the fields are sent. */
  action: string;
  draftId: string;
  /** The marks of the work as the form shows it. */
  base: string;
}

/**
 * Keeps what is typed into the form around it, until the form is sent: a closed window loses nothing. Client messages:
 * `editing`.
 */
export function KeepDraft({ action, draftId, base }: KeepDraftProps) {
  const t = useTranslations('editing');
  // What the form was opened with, also after the page has been refreshed around it.
  const [opened] = useState({ draftId, base });
  const place = useRef<HTMLSpanElement>(null);
  const [state, setState] = useState<'unchanged' | 'kept' | 'failed'>('unchanged');

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    let kept = textOf(form);
    let isSent = false;
    const keep = async (keepalive: boolean) => {
      const now = textOf(form);
      if (isSent || now === kept) return;
      const answer = await fetch(action, {
        method: 'POST',
        body: new FormData(form),
        headers: { accept: 'application/json' },
        // Survives a closed window, but takes 64 kB at most.
        keepalive,
      }).catch(() => null);
      if (answer?.ok) kept = now;
      setState(answer?.ok ? 'kept' : 'failed');
    };
    const timer = setInterval(() => void keep(false), everyMs);
    const onHidden = () => document.visibilityState === 'hidden' && void keep(true);
    const onSubmit = () => {
      isSent = true;
    };
    document.addEventListener('visibilitychange', onHidden);
    form.addEventListener('submit', onSubmit);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onHidden);
      form.removeEventListener('submit', onSubmit);
    };
  }, [action]);

  return (
    <>
      <input type="hidden" name="base" value={opened.base} />
      <input type="hidden" name="draft" value={opened.draftId} />
      <span ref={place} role="status" className="text-fine text-quiet">
        {state === 'kept' ? t('draftKept') : state === 'failed' ? t('draftFailed') : ''}
      </span>
    </>
  );
}

/** Its fields by name, to tell whether something was changed. */
function textOf(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
}
