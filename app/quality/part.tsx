interface PartProps {
  id: string;
  title: string;
  /** What is to be said, in paragraphs. */
  children: React.ReactNode;
  /** What is drawn, under it. */
  figures?: React.ReactNode;
}

/** One question of the page: heading, a few words, drawings. */
export function Part({ id, title, children, figures }: PartProps) {
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)] lg:gap-x-20"
    >
      <div>
        <h2 id={id} className="scroll-mt-6 font-serif text-head">
          {title}
        </h2>
        <div className="mt-3 max-w-prose space-y-4 font-serif text-read">{children}</div>
      </div>
      {figures && <div className="min-w-0">{figures}</div>}
    </section>
  );
}
