import { quantilesOf } from '../pages/measure';
import { shares } from './mix';
import { type Observed } from './visitor';

/** A row for each kind of request, for pages together, and for all. */
export function loadTable(observed: readonly Observed[], seconds: number): string {
  const kinds = [...new Set(observed.map(({ kind }) => kind))];
  const pages = observed.filter(({ kind }) => kind in shares && kind !== 'search API');
  const rows = [
    ...kinds.map((kind) =>
      row(
        kind,
        observed.filter((one) => one.kind === kind),
        seconds,
      ),
    ),
    row('all pages', pages, seconds),
    row('all requests', observed, seconds),
  ];
  const head = ['', 'requests', 'a second', 'median ms', 'p95 ms', 'p99 ms', 'errors'];
  return [head, head.map(() => '--'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function row(name: string, requests: readonly Observed[], seconds: number): readonly string[] {
  const { medianMs, p95Ms, p99Ms } = quantilesOf(requests.map(({ ms }) => ms));
  const errors = requests.filter(({ status }) => status !== 200).length;
  return [
    name,
    String(requests.length),
    (requests.length / seconds).toFixed(1),
    medianMs.toFixed(1),
    p95Ms.toFixed(1),
    p99Ms.toFixed(1),
    String(errors),
  ];
}
