'use client';

import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';

/** One thing that a field may be filled in with. */
export interface ComboboxOption {
  readonly key: string;
  readonly text: string;
  /** Quiet, behind the text. */
  readonly note?: string;
  /** At the end of the line. */
  readonly detail?: string;
}

interface ComboboxProps extends Omit<
  React.ComponentProps<'input'>,
  'onChange' | 'onKeyDown' | 'onBlur' | 'role' | 'value' | 'ref'
> {
  value: string;
  onChange: (value: string) => void;
  options: readonly ComboboxOption[];
  onChoose: (index: number) => void;
  /** While the field is typed into, options are wanted. */
  onOpen: (open: boolean) => void;
  /** The name of the list of options. */
  listLabel: string;
}

/**
 * A field with a list of options below it, by the combobox pattern of the ARIA Authoring Practices: arrow keys move,
 * Enter takes, Escape closes. Without JavaScript it is a plain field.
 */
export function Combobox({ value, onChange, options, onChoose, onOpen, listLabel, ...input }: ComboboxProps) {
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const offered = options.map(({ key }) => key).join('\n');
  const [listed, setListed] = useState(offered);
  // Other options begin without a choice.
  if (listed !== offered) {
    setListed(offered);
    setAt(-1);
  }
  const isOpen = open && options.length > 0;
  const show = (next: boolean) => {
    setOpen(next);
    onOpen(next);
  };
  const field = useRef<HTMLInputElement>(null);
  // What was typed before the page's scripts had come.
  const takeTyped = useEffectEvent(() => {
    const typed = field.current?.value ?? value;
    if (typed === value) return;
    show(document.activeElement === field.current);
    onChange(typed);
  });
  useEffect(() => takeTyped(), []);
  const choose = (index: number) => {
    show(false);
    onChoose(index);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      show(false);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.altKey) {
      event.preventDefault();
      show(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (options.length > 0)
        setAt((at + step + (at === -1 && step < 0 ? 1 : 0) + options.length) % options.length);
    } else if (event.key === 'Enter' && isOpen && at >= 0) {
      event.preventDefault();
      choose(at);
    }
  };
  return (
    <div className="relative min-w-0 flex-1">
      <input
        className="field"
        {...input}
        ref={field}
        value={value}
        autoComplete="off"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && at >= 0 ? `${listId}-${at}` : undefined}
        onChange={(event) => {
          show(true);
          onChange(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => show(false)}
      />
      {isOpen && (
        <ul
          id={listId}
          role="listbox"
          aria-label={listLabel}
          className="absolute inset-x-0 top-full z-20 max-h-72 overflow-y-auto border border-edge bg-wall py-1 text-base shadow-lg"
        >
          {options.map(({ key, text, note, detail }, index) => (
            <li
              key={key}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              // Before the field loses focus, which would close the list.
              onPointerDown={(event) => {
                event.preventDefault();
                choose(index);
              }}
              className="flex cursor-pointer items-baseline justify-between gap-4 px-3 py-2 hover:bg-plinth aria-selected:bg-plinth"
            >
              <span className="min-w-0 wrap-anywhere">
                {text}
                {note && <span className="text-quiet">{note}</span>}
              </span>
              {detail && <span className="shrink-0 text-fine text-quiet">{detail}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const waitMs = 120;

/** Asks an address for suggestions once typing pauses; null asks for none. */
export function useSuggestions<T>(href: string | null, onFound: (suggestions: readonly T[]) => void): void {
  const take = useEffectEvent(onFound);
  useEffect(() => {
    if (href === null) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      fetch(href, { signal: abort.signal })
        .then(async (answer) => {
          if (!answer.ok) return;
          const { suggestions } = (await answer.json()) as { suggestions: readonly T[] };
          take(suggestions);
        })
        // Without suggestions it is still a field to type into.
        .catch(() => undefined);
    }, waitMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [href]);
}
