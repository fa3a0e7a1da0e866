/** A part of the page of components: a heading, and what it shows. */
export function Specimen({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-14 first:mt-0">
      <h2 id={id} className="mb-6 border-t border-ink pt-2.5 font-serif text-head">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** One state of a component, named in small print. */
export function State({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="mb-2 text-fine text-quiet">
        <code>{name}</code>
      </p>
      {children}
    </div>
  );
}
