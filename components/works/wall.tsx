interface WallProps {
  children: React.ReactNode;
  /** `room`: a page's main wall; `half`: one of two side by side; `column`: beside a margin; `strip`: a short row. */
  size?: 'room' | 'half' | 'column' | 'strip';
  /** The list's accessible name. */
  label?: string;
}

// Side by side, three square pictures fill a row. Where tiles are narrow their feet stand in two lines, whatever the words.
const rows = {
  room: '[--row:7rem] [--gap-x:0.875rem] sm:[--gap-x:1.25rem] sm:[--row:12rem] lg:[--row:14.5rem]',
  half: 'max-md:strip [&_.tile-foot]:flex-col [--row:9rem] [--gap-x:1rem] [--gap-y:0.75rem] md:[--row:8.5rem] lg:[--row:calc((100%-2.1rem)/3)]',
  column:
    'max-md:strip [&_.tile-foot]:flex-col [--row:9rem] [--gap-x:1rem] [--gap-y:0.75rem] md:[--row:8.5rem] lg:[--row:6.75rem]',
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
