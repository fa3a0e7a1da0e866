'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type BatchRow, type Decision } from '@/lib/batch/batch-view';
import { LookalikeCard } from './lookalike-card';

interface LookalikesProps {
  /** Files with a picture that is there already, or looks like one that is. */
  rows: readonly BatchRow[];
  decide: (files: readonly string[], decision: Decision, replacesId?: string) => void;
}

const shownFirst = 24;

/** Pictures beside those that look the same, each with a choice. Client messages: `batch`. */
export function Lookalikes({ rows, decide }: LookalikesProps) {
  const t = useTranslations('batch');
  const [shown, setShown] = useState(shownFirst);
  const open = rows.filter(({ decision }) => decision === null);
  const exact = open.filter(({ lookalikes }) => lookalikes.some(({ isExact }) => isExact));
  if (rows.length === 0) return null;
  const skipAll = (some: readonly BatchRow[]) =>
    decide(
      some.map(({ id }) => id),
      'skip',
    );
  return (
    <section aria-labelledby="lookalikes">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div>
          <h2 id="lookalikes" className="font-serif text-head">
            {t('lookalikes')}
          </h2>
          <p className="max-w-prose text-quiet">{t('lookalikesHelp', { count: open.length })}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          {exact.length > 1 && (
            <button type="button" className="button-quiet" onClick={() => skipAll(exact)}>
              {t('skipExact', { count: exact.length })}
            </button>
          )}
          {open.length > 1 && open.length > exact.length && (
            <button type="button" className="button-quiet" onClick={() => skipAll(open)}>
              {t('skipAll', { count: open.length })}
            </button>
          )}
        </div>
      </div>
      <ul className="grid gap-x-12 border-t border-ink md:grid-cols-2 lg:grid-cols-3">
        {rows.slice(0, shown).map((row) => (
          <LookalikeCard
            key={row.id}
            row={row}
            decide={(decision, replacesId) => decide([row.id], decision, replacesId)}
          />
        ))}
      </ul>
      {rows.length > shown && (
        <button type="button" className="button-quiet mt-4" onClick={() => setShown(shown + 4 * shownFirst)}>
          {t('showMore', { count: rows.length - shown })}
        </button>
      )}
    </section>
  );
}
