'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Notice } from '@/components/layout/notice';
import { type Refusal, sendForm } from '@/components/forms/send-form';

interface UploadFormProps {
  bytesMax: number;
  /** Why the last try was refused and what had been typed, when it was sent without client JavaScript. */
  refusal: (Refusal & { readonly fields: Readonly<Record<string, string>> }) | null;
}

const lines = [
  { name: 'title', label: 'Title', required: true, max: 300 },
  { name: 'artist', label: 'Artist', max: 200 },
  {
    name: 'dateText',
    label: 'Date, as printed on a label',
    hint: 'about 1889, 1830–32, 17th century',
    max: 100,
  },
  { name: 'year', label: 'Year to sort by', hint: 'left blank: read from the date', max: 6 },
  { name: 'movement', label: 'Movement', max: 100 },
  { name: 'subject', label: 'Subject', max: 100 },
  { name: 'medium', label: 'Medium', max: 200 },
  { name: 'rights', label: 'Rights', hint: 'Public domain, CC0 1.0, © …', max: 200 },
  { name: 'source', label: 'Source', hint: 'an address, or a collection’s name', max: 500, wide: true },
] as const;

/** A new work: its picture and its label. Nothing typed is lost when the server refuses it. */
export function UploadForm({ bytesMax, refusal }: UploadFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const reason = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState<number | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(refusal);

  // The button is a screen below the reason.
  useEffect(() => reason.current?.focus(), [refused]);

  const send = async (data: FormData) => {
    setRefused(null);
    setPart(0);
    const outcome = await sendForm('/admin/works', data, setPart);
    setPart(null);
    if ('refusal' in outcome) return setRefused(outcome.refusal);
    form.current?.reset();
    router.push(outcome.href, { scroll: false });
    router.refresh();
  };

  return (
    <form
      ref={form}
      action="/admin/works"
      method="post"
      encType="multipart/form-data"
      aria-label="New work"
      onSubmit={(event) => {
        event.preventDefault();
        void send(new FormData(event.currentTarget));
      }}
      className="space-y-6"
    >
      {refused && (
        <div ref={reason} tabIndex={-1} className="scroll-mt-6 outline-none">
          <Notice role="alert" title={refused.title}>
            {refused.detail}
          </Notice>
        </div>
      )}
      <div className="border border-rule bg-plinth p-5">
        <label htmlFor="picture" className="mb-2 block font-[550]">
          Picture
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
          A still JPEG, PNG, WebP, AVIF, TIFF or GIF, at most {Math.floor(bytesMax / 1024 ** 2)} MB.
        </p>
      </div>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        {lines.map((line) => (
          <Field key={line.name} {...line} value={refusal?.fields[line.name]} />
        ))}
        <div className="sm:col-span-2">
          <label htmlFor="description" className="mb-1.5 block">
            Description
          </label>
          <textarea
            id="description"
            name="description"
            rows={4}
            maxLength={5000}
            defaultValue={refusal?.fields.description}
            className="field"
          />
        </div>
      </div>
      <div className="flex items-center gap-5">
        <button type="submit" className="button" disabled={part !== null}>
          Add to the collection
        </button>
        <span role="status" className="text-quiet">
          {part === null ? '' : part < 1 ? `Sending, ${Math.round(part * 100)} %` : 'Checking the picture'}
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
