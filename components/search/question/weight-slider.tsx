'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';

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
  const [value, setValue] = useState(weight);
  const [given, setGiven] = useState(weight);
  // The page may have changed without the slider, by going back.
  if (given !== weight) {
    setGiven(weight);
    setValue(weight);
  }
  const stop = t(`stops.${stopOf(value)}`);
  return (
    <div>
      <div className="flex justify-between gap-3 text-fine">
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id} className="text-quiet">
          {stop}
        </output>
      </div>
      <input
        id={id}
        type="range"
        name={name}
        list="weight-stops"
        min={-100}
        max={100}
        step={5}
        value={value}
        aria-valuetext={stop}
        onChange={(event) => setValue(Number(event.target.value))}
        className="block h-7 w-full"
      />
    </div>
  );
}
