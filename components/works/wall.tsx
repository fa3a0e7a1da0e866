interface WallProps {
  children: React.ReactNode;
  /** `room`: a page's main wall; `column`: half a page; `strip`: a short row beside something else. */
  size?: 'room' | 'column' | 'strip';
  /** The list's accessible name. */
  label?: string;
}

const rows = {
  room: '[--row:7rem] [--gap-x:0.875rem] sm:[--gap-x:1.25rem] sm:[--row:12rem] lg:[--row:14.5rem]',
  column: 'max-md:strip [--row:9rem] [--gap-x:1rem] [--gap-y:0.75rem] md:[--row:8.5rem] lg:[--row:6.75rem]',
  strip: 'max-md:strip md:one-row [--row:9rem] [--gap-x:1rem]',
} as const;

/** Works in justified rows, in reading order, seen when all have come. Children are `WorkTile`s. */
export function Wall({ children, size = 'room', label }: WallProps) {
  return (
    <ul className={`when-whole hang ${rows[size]}`} aria-label={label}>
      {children}
      <li hidden />
    </ul>
  );
}
