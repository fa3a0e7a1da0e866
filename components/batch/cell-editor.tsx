'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

/** Where the active cell goes when typing ends; `left`: the keyboard went elsewhere. */
export type EditEnd = 'stay' | 'down' | 'up' | 'next' | 'back' | 'left';

interface CellEditorProps {
  /** What typing begins with. */
  text: string;
  column: string;
  /** @param text null if nothing is to change */
  onEnd: (text: string | null, end: EditEnd) => void;
}

/** Typing in a cell: Enter and Tab keep it and go on, Escape gives it up, Alt+Enter begins a line. */
export function CellEditor({ text, column, onEnd }: CellEditorProps) {
  const t = useTranslations('batch');
  const area = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);

  useEffect(() => {
    const own = area.current;
    own?.focus();
    own?.setSelectionRange(own.value.length, own.value.length);
  }, []);

  const end = (typed: string | null, to: EditEnd) => {
    if (isDone.current) return;
    isDone.current = true;
    onEnd(typed, to);
  };

  return (
    <textarea
      ref={area}
      defaultValue={text}
      aria-label={t(`columns.${column}` as 'columns.title')}
      rows={Math.min(6, 1 + Math.floor(text.length / 30))}
      onBlur={(event) => end(event.currentTarget.value, 'left')}
      onKeyDown={(event) => {
        // While an input method composes, Enter is its own.
        if (event.nativeEvent.isComposing) return;
        const { value } = event.currentTarget;
        if (event.key === 'Escape') end(null, 'stay');
        else if (event.key === 'Tab') end(value, event.shiftKey ? 'back' : 'next');
        else if (event.key === 'Enter' && !event.altKey) end(value, event.shiftKey ? 'up' : 'down');
        else if (event.key === 'Enter')
          event.currentTarget.setRangeText('\n', value.length, value.length, 'end');
        else return;
        event.preventDefault();
      }}
      className="absolute inset-x-0 top-0 z-10 min-h-full w-full resize-none bg-wall px-2 py-1.5 shadow-[0_0_0_2px_var(--color-seal)] outline-none"
    />
  );
}
