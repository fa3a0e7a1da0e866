import { ProblemDrawing } from './problem-drawing';
import { ProblemLayout, type ProblemLayoutProps } from './problem-layout';

/** A page with nothing to show: what happened, and where to go from here. */
export function ProblemPage(problem: ProblemLayoutProps) {
  return <ProblemLayout {...problem} drawing={<ProblemDrawing status={problem.status} />} />;
}
