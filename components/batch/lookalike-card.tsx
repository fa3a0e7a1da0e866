'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Link } from '@/i18n/link';
import { type BatchPicture, type BatchRow, type Decision, type Lookalike } from '@/lib/batch/batch-view';
import { baseName } from '@/lib/batch/match-files';
import { renditionUrl } from '@/lib/images/rendition-url';

interface LookalikeCardProps {
  row: BatchRow;
  decide: (decision: Decision, replacesId?: string) => void;
}

/** A new picture and the one that it looks like, side by side, and what is to become of it. */
export function LookalikeCard({ row, decide }: LookalikeCardProps) {
  const t = useTranslations('batch');
  const [shownId, setShownId] = useState(row.replacesId ?? row.lookalikes[0]?.id);
  const other = row.lookalikes.find(({ id }) => id === shownId) ?? row.lookalikes[0];
  if (other === undefined || row.picture === null) return null;
  const isExact = row.lookalikes.some((one) => one.isExact);
  const choices: readonly Decision[] = isExact ? ['skip'] : ['skip', 'replace', 'keep'];
  const name = baseName(row.path);
  return (
    <li className="border-b border-rule py-5">
      <fieldset>
        <legend className="sr-only">{t('decisionOn', { name })}</legend>
        <div className="grid grid-cols-2 gap-3">
          <Side picture={row.picture} label={t('new')}>
            <span className="block truncate" title={row.path}>
              {name}
            </span>
          </Side>
          <Side picture={other.picture} label={t(other.kind === 'work' ? 'inCollection' : 'inBatch')}>
            <OtherTitle other={other} />
          </Side>
        </div>
        {row.lookalikes.length > 1 && (
          <p className="mt-2 flex flex-wrap gap-x-3 text-fine">
            {row.lookalikes.map(({ id }, at) => (
              <button
                key={id}
                type="button"
                aria-pressed={id === other.id}
                className="link min-h-6 aria-pressed:font-[550]"
                onClick={() => setShownId(id)}
              >
                {t('alternative', { number: at + 1, count: row.lookalikes.length })}
              </button>
            ))}
          </p>
        )}
        <p className="mt-2 text-fine text-quiet">{t(isExact ? 'exact' : 'near')}</p>
        <div className="mt-1 flex flex-wrap gap-x-5">
          {choices.map((choice) => (
            <label key={choice} className="flex min-h-11 cursor-pointer items-center gap-2">
              <input
                type="radio"
                name={`decision-${row.id}`}
                checked={row.decision === choice && (choice !== 'replace' || row.replacesId === other.id)}
                onChange={() => decide(choice, choice === 'replace' ? other.id : undefined)}
                className="size-4.5 accent-seal"
              />
              {t(choice === 'replace' && other.kind === 'file' ? 'decisions.instead' : `decisions.${choice}`)}
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  );
}

function OtherTitle({ other: { kind, id, title, artist } }: { other: Lookalike }) {
  return (
    <>
      {kind === 'work' ? (
        <Link href={`/admin/works/${id}`} className="link block truncate font-serif italic">
          {title}
        </Link>
      ) : (
        <span className="block truncate font-serif italic">{title}</span>
      )}
      {artist !== '' && <span className="block truncate text-fine text-quiet">{artist}</span>}
    </>
  );
}

interface SideProps {
  picture: BatchPicture;
  label: string;
  children: React.ReactNode;
}

function Side({ picture, label, children }: SideProps) {
  const t = useTranslations('batch');
  const { key, width, height } = picture;
  return (
    <figure className="min-w-0">
      <img
        src={renditionUrl(key, 640)}
        alt={label}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        className="aspect-square w-full bg-plinth object-contain"
      />
      <figcaption className="mt-2">
        <span className="block text-fine text-quiet">{label}</span>
        {children}
        <span className="block text-fine text-quiet tabular-nums">{t('pixels', { width, height })}</span>
      </figcaption>
    </figure>
  );
}
