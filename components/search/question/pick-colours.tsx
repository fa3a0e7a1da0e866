'use client';

import { useTranslations } from 'next-intl';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { RangeField } from '@/components/forms/range-field';
import { type PickedColour, pickedColoursMax } from '@/lib/search/question/picked-palette';

interface PickColoursProps {
  /** What the search keeps beside these colours. */
  kept: readonly [name: string, value: string][];
  /** The colours that are asked for now. */
  given: readonly PickedColour[];
}

/** What stands in the rows that are not used yet. */
const offered = ['2f4b7c', 'd9a441', 'a33b2e', '3f6b4f', 'e8e0cf'];

/**
 * A palette picked by hand: colours, and how much of each there should be. A plain form; a row without
 * a share is left out. Client messages: `colours`.
 */
export function PickColours({ kept, given }: PickColoursProps) {
  const t = useTranslations('colours');
  const rows = Array.from({ length: pickedColoursMax }, (_, at) => ({
    colour: `#${given[at]?.colour ?? offered[at] ?? '808080'}`,
    share: given[at]?.share ?? (at === 0 && given.length === 0 ? 50 : 0),
  }));
  return (
    <form action="/search/blend" method="get" className="mt-2 space-y-2">
      <HiddenFields fields={kept} />
      <p className="text-fine text-quiet">{t('help')}</p>
      {rows.map((row, at) => (
        <ColourRow key={at} {...row} label={t('colour', { number: at + 1 })} />
      ))}
      <button type="submit" className="button-quiet">
        {t('submit')}
      </button>
    </form>
  );
}

function ColourRow({ colour, share, label }: PickedColour & { label: string }) {
  const t = useTranslations('colours');
  return (
    <RangeField
      name="picked.share"
      min={0}
      max={100}
      step={5}
      given={share}
      textOf={(value) => (value === 0 ? t('none') : t('share', { share: value }))}
      aria-label={t('shareOf', { colour: label })}
      className="h-7 min-w-0 flex-1"
    >
      {(input, text) => (
        <div className="flex items-center gap-3 text-fine">
          <input
            type="color"
            name="picked.colour"
            defaultValue={colour}
            aria-label={label}
            className="h-8 w-10 shrink-0"
          />
          {input}
          <output className="w-14 text-right text-quiet tabular-nums">{text}</output>
        </div>
      )}
    </RangeField>
  );
}
