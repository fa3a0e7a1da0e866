'use client';

import { useEffect, useState } from 'react';
import { selectionForm } from './selection-form';

/** The boxes of the works table. */
export function workBoxes(): HTMLInputElement[] {
  const selector = `input[type=checkbox][name=work][form=${selectionForm}]`;
  return [...document.querySelectorAll<HTMLInputElement>(selector)];
}

/** How many works of the page are ticked, and of how many; null until client JavaScript runs. */
export function useTicked(): { readonly ticked: number; readonly works: number } | null {
  const [counts, setCounts] = useState<{ ticked: number; works: number } | null>(null);
  useEffect(() => {
    const count = () => {
      const boxes = workBoxes();
      setCounts({ ticked: boxes.filter(({ checked }) => checked).length, works: boxes.length });
    };
    count();
    document.addEventListener('change', count);
    return () => document.removeEventListener('change', count);
  }, []);
  return counts;
}
