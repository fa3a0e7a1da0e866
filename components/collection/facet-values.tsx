'use client';

import { useEffect, useRef } from 'react';

/** A value of a facet, how many works have it, and its label if that is not the value itself. */
export type FacetChoice = readonly [value: string, count: string, label?: string];

interface FacetValuesProps {
  /** The parameter that the values belong to. */
  name: string;
  choices: readonly FacetChoice[];
  /** None when left out. */
  chosen?: readonly string[];
  /** Of a button that browsers without scripts need; left out: the form has one for everyone. */
  submitLabel?: string;
}

const none: readonly string[] = [];

/**
 * The values of one facet as checkboxes of the form around them. A client component, since there may be hundreds: the
 * server then sends them as a list, and not every element a second time for hydration.
 */
export function FacetValues({ name, choices, chosen = none, submitLabel }: FacetValuesProps) {
  const list = useRef<HTMLUListElement>(null);

  // A value may also be removed elsewhere, by its chip or by going back.
  useEffect(() => {
    for (const box of list.current?.querySelectorAll('input') ?? []) box.checked = chosen.includes(box.value);
  }, [chosen]);

  return (
    <>
      <ul ref={list} className="facet-values">
        {choices.map(([value, count, label = value]) => (
          <li key={value}>
            <label>
              <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
              <span>{label}</span>
              <small>{count}</small>
            </label>
          </li>
        ))}
      </ul>
      {submitLabel && (
        <noscript>
          <button type="submit" className="button w-full">
            {submitLabel}
          </button>
        </noscript>
      )}
    </>
  );
}
