'use client';

import { useState } from 'react';
import { SuggestInput } from './suggest-input';

interface SuggestedFieldProps {
  name: string;
  label: string;
  value: string;
  max: number;
  several?: boolean;
  describedBy?: string;
}

/** One field of the form of a work with suggestions from the collection. Client messages: `editing`. */
export function SuggestedField({ name, value: first, ...props }: SuggestedFieldProps) {
  const [value, setValue] = useState(first);
  return <SuggestInput {...props} id={name} name={name} field={name} value={value} onChange={setValue} />;
}
