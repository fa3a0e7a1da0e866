'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Combobox, useSuggestions } from '@/components/forms/combobox';
import { type Suggestion } from '@/lib/catalog/suggestion';

interface SuggestInputProps {
  id: string;
  name: string;
  /** What it is called in the list's name. */
  label: string;
  /** Whose values are suggested. */
  field: string;
  value: string;
  onChange: (value: string, chosen?: Suggestion) => void;
  max: number;
  /** Several values with semicolons: the last one is completed. */
  several?: boolean;
  describedBy?: string;
  placeholder?: string;
}

/** A field that suggests what the collection has already. Client messages: `editing`. */
export function SuggestInput(props: SuggestInputProps) {
  const { id, name, label, field, value, onChange, max, several = false, describedBy, placeholder } = props;
  const t = useTranslations('editing');
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  const before = several ? value.slice(0, value.lastIndexOf(';') + 1) : '';
  const text = value.slice(before.length).trim();

  useSuggestions<Suggestion>(
    open ? `/admin/suggestions?${new URLSearchParams({ field, text })}` : null,
    (suggestions) => setFound(suggestions.filter((one) => one.value !== text || one.maker !== undefined)),
  );

  return (
    <Combobox
      id={id}
      name={name}
      value={value}
      maxLength={max}
      placeholder={placeholder}
      aria-describedby={describedBy}
      onChange={(typed) => onChange(typed)}
      options={found.map((one, index) => ({
        key: `${one.value} ${index}`,
        text: one.value,
        note: one.maker && yearsOf(one.maker),
        detail: t('works', { count: one.works }),
      }))}
      onChoose={(index) => {
        const suggestion = found[index];
        if (suggestion)
          onChange(before === '' ? suggestion.value : `${before} ${suggestion.value}`, suggestion);
      }}
      onOpen={setOpen}
      listLabel={t('suggestions', { what: label })}
    />
  );
}

/** " (1760–1849)" */
export function yearsOf({ birthYear, deathYear }: { birthYear: string; deathYear: string }): string {
  return birthYear === '' && deathYear === '' ? '' : ` (${birthYear}–${deathYear})`;
}
