'use client';

import { useEffect, useRef } from 'react';

interface DismissDetailsProps {
  className?: string;
  children: React.ReactNode;
}

/** Closes the open menus inside it on Escape or a press elsewhere, as people expect of a menu. */
export function DismissDetails({ className, children }: DismissDetailsProps) {
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const open = () => root.current?.querySelectorAll('details[open]') ?? [];
    const onPointer = (event: PointerEvent) => {
      for (const details of open()) {
        if (event.target instanceof Node && !details.contains(event.target)) details.removeAttribute('open');
      }
    };
    const onKey = (event: KeyboardEvent) => {
      // A list inside a menu is closed before the menu.
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      for (const details of open()) {
        details.removeAttribute('open');
        details.querySelector('summary')?.focus();
      }
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, []);

  return (
    <div ref={root} className={className}>
      {children}
    </div>
  );
}
