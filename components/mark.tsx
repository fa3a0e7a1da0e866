/** The sign of Gafu: the upper triangle of a Gram matrix, which is what a style vector is read from. */
export function Mark({ className }: { className?: string }) {
  const cells = [0, 1, 2, 3].flatMap((row) =>
    [0, 1, 2, 3].filter((column) => column >= row).map((column) => ({ row, column })),
  );
  return (
    <svg viewBox="0 0 23 23" className={className} aria-hidden="true" fill="currentColor">
      {cells.map(({ row, column }) => (
        <rect key={`${row}${column}`} x={column * 6} y={row * 6} width="5" height="5" />
      ))}
    </svg>
  );
}
