import { metrics } from './metrics';
import { currentRequest } from './request-context';

/** What is timed; docs/operations.md says what each covers. */
export type Stage =
  | 'receive'
  | 'decode-wait'
  | 'decode'
  | 'pool-wait'
  | 'outline'
  | 'network'
  | 'descriptor'
  | 'projection'
  | 'catalog'
  | 'references'
  | 'index'
  | 'rescoring'
  | 'hits'
  | 'render';

/** Records how long a stage took: for Prometheus, and for the `Server-Timing` header of the current request. */
export function recordStage(stage: Stage, ms: number): void {
  metrics().stageSeconds.observe({ stage }, ms / 1000);
  const stagesMs = currentRequest()?.stagesMs;
  stagesMs?.set(stage, (stagesMs.get(stage) ?? 0) + ms);
}

/** Does a stage's work and records how long it took, even if it fails. */
export async function timed<T>(stage: Stage, work: () => Promise<T> | T): Promise<T> {
  const started = performance.now();
  try {
    return await work();
  } finally {
    recordStage(stage, performance.now() - started);
  }
}

/** The stages of the current request so far, as a header for its answer; none if nothing was timed. */
export function serverTiming(): { 'Server-Timing'?: string } {
  const stages = [...(currentRequest()?.stagesMs ?? [])];
  if (stages.length === 0) return {};
  return { 'Server-Timing': stages.map(([stage, ms]) => `${stage};dur=${ms.toFixed(1)}`).join(', ') };
}
