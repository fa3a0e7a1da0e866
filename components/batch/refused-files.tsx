'use client';

import { useTranslations } from 'next-intl';
import { type BatchRow } from '@/lib/batch/batch-view';
import { baseName } from '@/lib/batch/match-files';
import { filesOfInput, type LocalFile } from './chosen-files';

interface RefusedFilesProps {
  rows: readonly BatchRow[];
  onInstead: (fileId: string, file: LocalFile) => void;
  onRemove: (fileIds: readonly string[]) => void;
}

/** Files that cannot be used, why, and what to do: another picture instead, or none. Client messages: `batch`. */
export function RefusedFiles({ rows, onInstead, onRemove }: RefusedFilesProps) {
  const t = useTranslations('batch');
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="refused">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <h2 id="refused" className="font-serif text-head">
          {t('refused', { count: rows.length })}
        </h2>
        {rows.length > 1 && (
          <button type="button" className="button-quiet" onClick={() => onRemove(rows.map(({ id }) => id))}>
            {t('removeAll', { count: rows.length })}
          </button>
        )}
      </div>
      <ul className="border-t border-ink">
        {rows.map(({ id, path, reason }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-b border-rule py-3"
          >
            <span className="min-w-0 flex-1 basis-80">
              <span className="block font-[550] break-words">{path}</span>
              <span className="block text-seal">{reason}</span>
            </span>
            <span className="flex gap-3">
              <label className="button-quiet relative cursor-pointer has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-3 has-[:focus-visible]:outline-seal">
                {t('instead')}
                <input
                  type="file"
                  accept="image/*"
                  aria-label={t('insteadOf', { name: baseName(path) })}
                  className="absolute inset-0 w-full cursor-pointer opacity-0"
                  onChange={(event) => {
                    const [file] = event.currentTarget.files ? filesOfInput(event.currentTarget.files) : [];
                    if (file) onInstead(id, file);
                    event.currentTarget.value = '';
                  }}
                />
              </label>
              <button
                type="button"
                className="button-quiet"
                aria-label={t('removeFile', { name: baseName(path) })}
                onClick={() => onRemove([id])}
              >
                {t('remove')}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
