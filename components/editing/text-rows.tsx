'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';

type Part = 'titles' | 'descriptions' | 'altTexts';
type Row = Readonly<Record<string, string>>;

interface TextRowsProps {
  part: Part;
  rows: readonly Row[];
  max: number;
  /** Of several lines. */
  lines?: number;
}

const words = {
  titles: { row: 'titleN', add: 'addTitle' },
  descriptions: { row: 'descriptionN', add: 'addDescription' },
  altTexts: { row: 'altTextN', add: 'addAltText' },
} as const;

/**
 * Texts with their languages. Without JavaScript there is one empty row more at the end, and a cleared row is removed
 * when the work is saved. Client messages: `editing`.
 */
export function TextRows({ part, rows, max, lines }: TextRowsProps) {
  const t = useTranslations('editing');
  const [kept, setKept] = useState(() => [...rows, {}].map((row: Row, key) => ({ row, key })));
  const nextKey = Math.max(-1, ...kept.map(({ key }) => key)) + 1;
  const moveUp = (at: number) =>
    setKept(kept.map((one, i) => (i === at - 1 ? kept[at] : i === at ? kept[at - 1] : one) ?? one));

  return (
    <div className="space-y-4">
      {kept.map(({ row, key }, at) => {
        const what = t(words[part].row, { n: at + 1 });
        const id = `${part}.${at}`;
        const field = {
          id,
          name: `${id}.text`,
          maxLength: max,
          defaultValue: row.text,
          'aria-label': what,
          className: 'field',
        };
        return (
          <div key={key} className="grid grid-cols-[minmax(0,1fr)_7.5rem] items-start gap-x-3 gap-y-1.5">
            {lines === undefined ? <input {...field} /> : <textarea {...field} rows={lines} />}
            <input
              name={`${id}.language`}
              maxLength={35}
              defaultValue={row.language}
              aria-label={t('languageN', { what })}
              placeholder={t('language')}
              list="languages"
              className="field"
            />
            {kept.length > 1 && (
              <div className="col-span-2 flex gap-5 text-fine">
                <button
                  type="button"
                  className="link py-1"
                  aria-label={t('removeN', { what })}
                  onClick={() => setKept(kept.filter((_, i) => i !== at))}
                >
                  {t('remove')}
                </button>
                {at > 0 && (
                  <button
                    type="button"
                    className="link py-1"
                    aria-label={t('upN', { what })}
                    onClick={() => moveUp(at)}
                  >
                    {t('up')}
                  </button>
                )}
              </div>
            )}
          </div>
        );
      })}
      <button
        type="button"
        className="button-quiet"
        onClick={() => setKept([...kept, { row: {}, key: nextKey }])}
      >
        {t(words[part].add)}
      </button>
    </div>
  );
}
