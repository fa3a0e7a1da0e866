export interface ProblemLayoutProps {
  /** The HTTP status, in small print, for whoever reports the problem; 0: without a connection. */
  status: number;
  title: string;
  detail: string;
  /** Beside the text if there is room: something to do right here. */
  beside?: React.ReactNode;
  children?: React.ReactNode;
}

/** How a page with nothing to show is laid out. Pages use `ProblemPage`, which brings its drawing. */
export function ProblemLayout({
  drawing,
  status,
  title,
  detail,
  beside,
  children,
}: ProblemLayoutProps & { drawing: React.ReactNode }) {
  return (
    <div className="shell grid gap-x-14 gap-y-10 py-10 md:grid-cols-2 md:py-16">
      <div>
        {drawing}
        {status > 0 && <p className="text-fine text-quiet tabular-nums">{status}</p>}
        <h1 className="mt-2 max-w-[18ch] font-serif text-title tracking-[-0.015em]">{title}</h1>
        <p className="mt-5 max-w-prose font-serif text-read">{detail}</p>
        <div className="mt-8">{children}</div>
      </div>
      {beside && <div className="min-w-0">{beside}</div>}
    </div>
  );
}
