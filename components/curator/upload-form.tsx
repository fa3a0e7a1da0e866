'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { type Refusal, sendForm } from '@/components/forms/send-form';

interface UploadFormProps {
  bytesMax: number;
  /** Why the last try was refused, and what was typed, if it was sent without client JavaScript. */
  refusal: (Refusal & { readonly fields: Readonly<Record<string, string>> }) | null;
}

const lines = [
  { name: 'title', required: true, max: 300, wide: true },
  { name: 'artist', max: 200 },
  { name: 'dateText', hintKey: 'dateTextHint', max: 100 },
] as const;

/**
 * A new work: its picture, title, artist and date; all else is said on its own page, which comes next. Nothing typed is
 * lost if the server refuses it.
 * Client messages: `upload`, `refusals`.
 */
export function UploadForm({ bytesMax, refusal }: UploadFormProps) {
  const t = useTranslations('upload');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const reason = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState<number | null>(null);
  const [refused, setRefused] = useState<Refusal | 'lost' | null>(refusal);

  // The button is a screen below the notice.
  useEffect(() => reason.current?.focus(), [refused]);

  const send = async (data: FormData) => {
    setRefused(null);
    setPart(0);
    const outcome = await sendForm('/admin/works/create', data, setPart);
    setPart(null);
    if ('refusal' in outcome) return setRefused(outcome.refusal);
    form.current?.reset();
    router.push(outcome.href);
    router.refresh();
  };

  return (
    <form
      ref={form}
      action="/admin/works/create"
      method="post"
      encType="multipart/form-data"
      aria-label={t('form')}
      onSubmit={(event) => {
        event.preventDefault();
        void send(new FormData(event.currentTarget));
      }}
      className="space-y-6"
    >
      {refused && (
        <div ref={reason} tabIndex={-1} className="scroll-mt-6 outline-none">
          <RefusalNotice refusal={refused} />
        </div>
      )}
      <div className="border border-rule bg-plinth p-5">
        <label htmlFor="picture" className="mb-2 block font-[550]">
          {t('picture')}
        </label>
        <input
          id="picture"
          type="file"
          name="picture"
          accept="image/*"
          required
          aria-describedby="picture-allowed"
          className="w-full text-fine text-quiet file:mr-3 file:min-h-11 file:border file:border-solid file:border-edge file:bg-transparent file:px-4 file:text-base file:text-ink hover:file:border-ink"
        />
        <p id="picture-allowed" className="mt-2 text-fine text-quiet">
          {t('allowed', { megabytes: Math.floor(bytesMax / 1024 ** 2) })}
        </p>
      </div>
      <div className="grid items-end gap-x-6 gap-y-5 sm:grid-cols-2">
        {lines.map((line) => (
          <Field
            key={line.name}
            {...line}
            label={t(line.name)}
            hint={'hintKey' in line ? t(line.hintKey) : undefined}
            value={refusal?.fields[line.name]}
          />
        ))}
      </div>
      <div className="flex items-center gap-5">
        <button type="submit" className="button" disabled={part !== null}>
          {t('submit')}
        </button>
        <span role="status" className="text-quiet">
          {part === null ? t('next') : part < 1 ? t('sending', { share: part }) : t('checking')}
        </span>
      </div>
    </form>
  );
}

interface FieldProps {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  max: number;
  wide?: boolean;
  value: string | undefined;
}

function Field({ name, label, hint, required, max, wide, value }: FieldProps) {
  return (
    <div className={wide ? 'sm:col-span-2' : ''}>
      <label htmlFor={name} className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3">
        {label}
        {hint && <span className="text-fine text-quiet">{hint}</span>}
      </label>
      <input
        id={name}
        name={name}
        required={required}
        maxLength={max}
        defaultValue={value}
        className="field"
      />
    </div>
  );
}
