/** The wall of a drawing that hangs where a picture would. */
export function DrawingOnWall({ children }: { children: React.ReactNode }) {
  return (
    <svg
      viewBox="0 0 160 120"
      className="mb-6 h-28 w-auto text-ink"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <path d="M4 112H156" className="text-edge" stroke="currentColor" />
      {children}
    </svg>
  );
}

export const nail = <circle cx="80" cy="12" r="2" fill="currentColor" stroke="none" />;
export const wire = <path d="M80 12 56 34M80 12l24 22" />;
export const frame = (
  <>
    <rect x="38" y="34" width="84" height="60" />
    <rect x="46" y="42" width="68" height="44" className="text-edge" stroke="currentColor" />
  </>
);
/** A picture that hangs askew: something went wrong on our side. */
export const askew = (
  <g transform="rotate(9 80 12)">
    {nail}
    {wire}
    {frame}
  </g>
);
