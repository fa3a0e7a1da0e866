'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useId, useState } from 'react';
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

const waitMs = 120;

/**
 * A field that suggests what the collection has already: arrow keys choose, Enter takes, Escape closes. Without
 * JavaScript it is a plain field. Client messages: `editing`.
 */
export function SuggestInput(props: SuggestInputProps) {
  const { id, name, label, field, value, onChange, max, several = false, describedBy, placeholder } = props;
  const t = useTranslations('editing');
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  const [at, setAt] = useState(-1);
  const before = several ? value.slice(0, value.lastIndexOf(';') + 1) : '';
  const typed = value.slice(before.length).trim();
  const isOpen = open && found.length > 0;

  useSuggestions(open ? { field, text: typed } : null, (suggestions) => {
    setFound(suggestions.filter((one) => one.value !== typed || one.maker !== undefined));
    setAt(-1);
  });

  const choose = (suggestion: Suggestion) => {
    setOpen(false);
    onChange(before === '' ? suggestion.value : `${before} ${suggestion.value}`, suggestion);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setOpen(false);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.altKey) {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (found.length > 0)
        setAt((at + step + (at === -1 && step < 0 ? 1 : 0) + found.length) % found.length);
    } else if (event.key === 'Enter' && isOpen && found[at]) {
      event.preventDefault();
      choose(found[at]);
    }
  };

  return (
    <div className="relative">
      <input
        id={id}
        name={name}
        value={value}
        maxLength={max}
        placeholder={placeholder}
        autoComplete="off"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && at >= 0 ? `${listId}-${at}` : undefined}
        aria-describedby={describedBy}
        onChange={(event) => {
          setOpen(true);
          onChange(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
        className="field"
      />
      {isOpen && (
        <ul
          id={listId}
          role="listbox"
          aria-label={t('suggestions', { what: label })}
          className="absolute inset-x-0 top-full z-20 max-h-72 overflow-y-auto border border-edge bg-wall py-1 shadow-lg"
        >
          {found.map((suggestion, index) => (
            <li
              key={`${suggestion.value} ${index}`}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              // Before the field loses focus, which would close the list.
              onPointerDown={(event) => {
                event.preventDefault();
                choose(suggestion);
              }}
              className="flex cursor-pointer items-baseline justify-between gap-4 px-3 py-2 hover:bg-plinth aria-selected:bg-plinth"
            >
              <span className="min-w-0 wrap-anywhere">
                {suggestion.value}
                {suggestion.maker && <span className="text-quiet">{yearsOf(suggestion.maker)}</span>}
              </span>
              <span className="shrink-0 text-fine text-quiet">{t('works', { count: suggestion.works })}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** " (1760–1849)" */
export function yearsOf({ birthYear, deathYear }: { birthYear: string; deathYear: string }): string {
  return birthYear === '' && deathYear === '' ? '' : ` (${birthYear}–${deathYear})`;
}

/** Asks for suggestions once typing pauses; null asks for none. */
function useSuggestions(
  asked: { field: string; text: string } | null,
  onFound: (suggestions: readonly Suggestion[]) => void,
): void {
  const take = useEffectEvent(onFound);
  const query = asked === null ? null : new URLSearchParams(asked).toString();
  useEffect(() => {
    if (query === null) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/admin/suggestions?${query}`, { signal: abort.signal })
        .then(async (answer) => {
          if (!answer.ok) return;
          const { suggestions } = (await answer.json()) as { suggestions: readonly Suggestion[] };
          take(suggestions);
        })
        // Without suggestions it is still a field to type into.
        .catch(() => undefined);
    }, waitMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query]);
}
