interface WallProps {
  children: React.ReactNode;
  /** `room`: a page's main wall; `half`: one of two side by side; `column`: beside a margin; `strip`: a short row. */
  size?: 'room' | 'half' | 'column' | 'strip';
  /** The list's accessible name. */
  label?: string;
}

/** Narrow tiles, whose feet stand in two lines, whatever the words. */
const narrow =
  'max-md:strip [&_.tile-foot]:flex-col [--row:9rem] [--gap-x:1rem] [--gap-y:0.75rem] md:[--row:8.5rem]';

const rows = {
  room: '[--row:7rem] [--gap-x:0.875rem] sm:[--gap-x:1.25rem] sm:[--row:12rem] lg:[--row:14.5rem]',
  // Three square pictures fill a row.
  half: `${narrow} lg:[--row:calc((100%-2.1rem)/3)]`,
  column: `${narrow} lg:[--row:6.75rem]`,
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
