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
    <section aria-labelledby={id} className="scroll-mt-6">
      <h2 id={id} className="font-serif text-head">
        {title}
      </h2>
      <div className="mt-3 max-w-prose space-y-4 font-serif text-read">{children}</div>
      {figures && <div className="mt-8">{figures}</div>}
    </section>
  );
}
