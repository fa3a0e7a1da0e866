'use client';

import { useState } from 'react';

interface RangeFieldProps extends Omit<
  React.ComponentProps<'input'>,
  'type' | 'value' | 'defaultValue' | 'onChange' | 'children'
> {
  /** The value of the address. */
  given: number;
  /** The value in words, which are read out and shown beside it. */
  textOf: (value: number) => string;
  /** Lays out the field and its value. */
  children: (input: React.ReactNode, text: string) => React.ReactNode;
}

/** A slider that says its value in words. */
export function RangeField({ given, textOf, children, ...input }: RangeFieldProps) {
  const [value, setValue] = useState(given);
  const [known, setKnown] = useState(given);
  // The page may have changed without the slider, by going back.
  if (known !== given) {
    setKnown(given);
    setValue(given);
  }
  const text = textOf(value);
  return children(
    <input
      {...input}
      type="range"
      value={value}
      aria-valuetext={text}
      onChange={(event) => setValue(Number(event.target.value))}
    />,
    text,
  );
}
