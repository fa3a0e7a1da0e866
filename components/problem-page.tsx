interface ProblemPageProps {
  /** The HTTP status, in small: for who reports it. */
  status: number;
  title: string;
  detail: string;
  children?: React.ReactNode;
}

/** A page for when there is nothing to show: what happened, and a way on. */
export function ProblemPage({ status, title, detail, children }: ProblemPageProps) {
  return (
    <div className="shell py-12 md:py-20">
      <p className="text-fine text-quiet tabular-nums">{status}</p>
      <h1 className="mt-2 max-w-[18ch] font-serif text-title tracking-[-0.015em]">{title}</h1>
      <p className="mt-5 max-w-prose font-serif text-read">{detail}</p>
      <div className="mt-10">{children}</div>
    </div>
  );
}
