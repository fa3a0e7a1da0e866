interface PartProps {
  id: string;
  title: string;
  /** The text, in paragraphs. */
  children: React.ReactNode;
  /** The drawings: beside the text, or below it if they need the whole width. */
  figures?: React.ReactNode;
  wide?: boolean;
}

const columns = 'lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)] lg:gap-x-20';

/** One section of the page: heading, text, drawings. */
export function Part({ id, title, children, figures, wide = false }: PartProps) {
  const heading = (
    <h2 id={id} className="scroll-mt-6 font-serif text-head">
      {title}
    </h2>
  );
  const words = <div className="max-w-prose space-y-4 font-serif text-read">{children}</div>;
  const isBeside = Boolean(figures) && !wide;
  return (
    <section aria-labelledby={id} className={`grid grid-cols-1 gap-x-14 gap-y-8 ${columns}`}>
      {isBeside ? (
        <div className="space-y-3">
          {heading}
          {words}
        </div>
      ) : (
        <>
          {heading}
          <div className="min-w-0 max-lg:-mt-5">{words}</div>
        </>
      )}
      {figures && <div className={`min-w-0 ${wide ? 'lg:col-span-2' : ''}`}>{figures}</div>}
    </section>
  );
}
