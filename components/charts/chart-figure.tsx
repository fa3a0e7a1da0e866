import { useTranslations } from 'next-intl';

interface ChartFigureProps {
  title: string;
  /** The drawing, an SVG with a text alternative. */
  children: React.ReactNode;
  /** The same as figures: the first cell of a row is its heading. */
  table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** A sentence under the drawing. */
  note?: React.ReactNode;
}

/** A drawing with its title, and its figures as a table for people who would rather read them. */
export function ChartFigure({ title, children, table, note }: ChartFigureProps) {
  const t = useTranslations('charts');
  return (
    <figure className="min-w-0">
      <figcaption className="mb-4 border-t border-ink pt-2.5 font-semibold">{title}</figcaption>
      {children}
      {note && <p className="mt-3 max-w-prose text-fine text-quiet">{note}</p>}
      <details className="mt-3 text-fine">
        <summary className="link w-fit py-1 text-quiet">{t('table')}</summary>
        <div className="mt-2 overflow-x-auto" tabIndex={0} role="region" aria-label={t('tableOf', { title })}>
          <table className="tabular-nums">
            <thead>
              <tr>
                {table.head.map((cell, i) => (
                  <th
                    key={cell}
                    scope="col"
                    className={`border-b border-rule py-1 pr-5 font-medium ${i === 0 ? 'text-left' : 'text-right'}`}
                  >
                    {cell || <span className="sr-only">{t('what')}</span>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([name = '', ...cells]) => (
                <tr key={name}>
                  <th scope="row" className="py-1 pr-5 text-left font-normal">
                    {name}
                  </th>
                  {cells.map((cell, i) => (
                    <td key={table.head[i + 1]} className="py-1 pr-5 text-right">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
