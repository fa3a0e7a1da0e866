import { askew, DrawingOnWall } from './drawing-on-wall';
import { ProblemLayout, type ProblemLayoutProps } from './problem-layout';

/** The page of a crash. Every page loads its code, so it brings no other problem's drawing. */
export function CrashPage(words: Pick<ProblemLayoutProps, 'title' | 'detail' | 'children'>) {
  return <ProblemLayout {...words} status={500} drawing={<DrawingOnWall>{askew}</DrawingOnWall>} />;
}
