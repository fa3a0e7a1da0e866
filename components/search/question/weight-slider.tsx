'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { RangeField } from '@/components/forms/range-field';

interface WeightSliderProps {
  /** Of the form's field. */
  name: string;
  /** What the weight is of. */
  label: string;
  /** −100 … 100. */
  weight: number;
}

/** The named stops of a weight, in percent. */
export const weightStops = { away: -100, littleAway: -50, none: 0, littleNear: 50, near: 100 } as const;
type Stop = keyof typeof weightStops;

/** The stop nearest to a weight in percent; only 0 itself is `none`. */
export function stopOf(weight: number): Stop {
  if (weight === 0) return 'none';
  if (weight < 0) return weight <= -75 ? 'away' : 'littleAway';
  return weight >= 75 ? 'near' : 'littleNear';
}

/** How near to a picture, or how far from it, works should be in one kind. Client messages: `weights`. */
export function WeightSlider({ name, label, weight }: WeightSliderProps) {
  const t = useTranslations('weights');
  const id = useId();
  return (
    <RangeField
      id={id}
      name={name}
      list="weight-stops"
      min={-100}
      max={100}
      step={5}
      given={weight}
      textOf={(value) => t(`stops.${stopOf(value)}`)}
      className="block h-7 w-full"
    >
      {(input, stop) => (
        <div>
          <div className="flex justify-between gap-3 text-fine">
            <label htmlFor={id}>{label}</label>
            <output htmlFor={id} className="text-quiet">
              {stop}
            </output>
          </div>
          {input}
        </div>
      )}
    </RangeField>
  );
}
