'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Combobox, useSuggestions } from '@/components/forms/combobox';
import { type SearchSuggestion } from '@/lib/search/suggestions/suggest';

interface WordsFieldProps extends Pick<React.ComponentProps<'input'>, 'id' | 'placeholder' | 'className'> {
  /** The words of the address. */
  text: string;
}

/**
 * The field `q` of a form that narrows a list, with suggestions: a title becomes its words; an artist, a movement or a
 * subject is added to its facet instead. Either sends the form. Client messages: `words`.
 */
export function WordsField({ text, ...input }: WordsFieldProps) {
  const t = useTranslations('words');
  const field = useRef<HTMLSpanElement>(null);
  const [value, setValue] = useState(text);
  const [given, setGiven] = useState(text);
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<readonly SearchSuggestion[]>([]);
  // Another address: what was typed belongs to the last.
  if (given !== text) {
    setGiven(text);
    setValue(text);
  }
  const typed = value.trim();
  useSuggestions<SearchSuggestion>(
    open && typed !== '' ? `/api/v1/suggestions?${new URLSearchParams({ q: typed })}` : null,
    setFound,
  );

  const choose = ({ kind, value: chosen }: SearchSuggestion) => {
    const form = field.current?.closest('form');
    const input = field.current?.querySelector('input');
    if (!form || !input) return;
    const isTitle = kind === 'title';
    setValue(isTitle ? chosen : text);
    // The form is read at once, and not after the next rendering.
    input.value = isTitle ? chosen : text;
    const added = Object.assign(document.createElement('input'), {
      type: 'hidden',
      name: kind,
      value: chosen,
    });
    if (!isTitle) form.append(added);
    form.requestSubmit();
    added.remove();
  };

  return (
    <span ref={field} className="contents">
      <Combobox
        type="search"
        name="q"
        maxLength={200}
        {...input}
        value={value}
        onChange={setValue}
        options={found.map((one) => ({
          key: `${one.kind} ${one.url ?? one.value}`,
          text: one.value,
          detail: t(`kinds.${one.kind}`),
        }))}
        onChoose={(index) => {
          const suggestion = found[index];
          if (suggestion) choose(suggestion);
        }}
        onOpen={setOpen}
        listLabel={t('suggestions')}
      />
    </span>
  );
}
