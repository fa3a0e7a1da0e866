'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useTicked, workBoxes } from './use-ticked';

/**
 * Ticks all works of the page, or none. With the Shift key, ticking one work also ticks those between it and the one
 * before. Nothing is drawn without client JavaScript. Client messages: `selection`.
 * @param props.labelled whether its label is shown beside it
 */
export function TickAll({ labelled = false }: { labelled?: boolean }) {
  const t = useTranslations('selection');
  const counts = useTicked();
  const box = useRef<HTMLInputElement>(null);
  const some = counts !== null && counts.ticked > 0 && counts.ticked < counts.works;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  useEffect(tickRanges, []);
  if (counts === null) return null;
  return (
    <label
      className={
        labelled
          ? 'flex min-h-11 flex-row-reverse items-center gap-2 text-quiet'
          : '-ml-2 flex size-11 items-center justify-center'
      }
    >
      <span className={labelled ? undefined : 'sr-only'}>{t('tickAll')}</span>
      <input
        ref={box}
        type="checkbox"
        checked={counts.works > 0 && counts.ticked === counts.works}
        onChange={({ target: { checked } }) => {
          for (const other of workBoxes()) other.checked = checked;
        }}
        className="size-4.5 accent-seal"
      />
    </label>
  );
}

function tickRanges(): () => void {
  let last: HTMLInputElement | null = null;
  const onClick = ({ target, shiftKey }: MouseEvent) => {
    const boxes = workBoxes();
    const clicked = boxes.find((box) => box === target);
    if (!clicked) return;
    if (shiftKey && last) {
      const [from = 0, to = 0] = [boxes.indexOf(last), boxes.indexOf(clicked)].sort((a, b) => a - b);
      for (const box of boxes.slice(from, to + 1)) box.checked = clicked.checked;
    }
    last = clicked;
  };
  document.addEventListener('click', onClick);
  return () => document.removeEventListener('click', onClick);
}
