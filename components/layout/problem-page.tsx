import { ProblemDrawing } from './problem-drawing';

interface ProblemPageProps {
  /** The HTTP status, in small print, for whoever reports the problem; 0: without a connection. */
  status: number;
  title: string;
  detail: string;
  /** Beside the text if there is room: something to do right here. */
  beside?: React.ReactNode;
  children?: React.ReactNode;
}

/** A page with nothing to show: what happened, and where to go from here. */
export function ProblemPage({ status, title, detail, beside, children }: ProblemPageProps) {
  return (
    <div className="shell grid gap-x-14 gap-y-10 py-10 md:grid-cols-2 md:py-16">
      <div>
        <ProblemDrawing status={status} />
        {status > 0 && <p className="text-fine text-quiet tabular-nums">{status}</p>}
        <h1 className="mt-2 max-w-[18ch] font-serif text-title tracking-[-0.015em]">{title}</h1>
        <p className="mt-5 max-w-prose font-serif text-read">{detail}</p>
        <div className="mt-8">{children}</div>
      </div>
      {beside && <div className="min-w-0">{beside}</div>}
    </div>
  );
}
