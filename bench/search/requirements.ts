import { type Measurement } from './measure';
import { type StyleLength, styleLengths } from './synthetic';

/** A target and what was measured. */
export interface Requirement {
  readonly asked: string;
  readonly found: string;
  /** Null where it was not measured. */
  readonly holds: boolean | null;
}

const recallMin = 0.99;
const growthMax = 3;
const overheadMsMax = 5;
const lengthMax = 1.5;

/** The default configuration against its targets. */
export function requirementsOf(measurements: readonly Measurement[]): readonly Requirement[] {
  const shipped = measurements.filter(({ styleLength }) => styleLength === styleLengths[0]);
  const ours = shipped.filter(({ isDefault }) => isDefault);
  return [
    recallRequirement(shipped),
    growthRequirement(ours),
    overheadRequirement(ours),
    ...['embedded', ours[0]?.subject ?? '']
      .filter(Boolean)
      .map((name) => lengthRequirement(measurements, name)),
  ];
}

/** Ranked as a site does, and by graphs alone, as it would be if the filter left more works. */
function recallRequirement(measurements: readonly Measurement[]): Requirement {
  const ofDefault = measurements.find(({ isDefault }) => isDefault)?.subject;
  const filtered = measurements.filter(
    ({ subject, case: name }) =>
      ofDefault !== undefined &&
      [ofDefault, `${ofDefault}, graphs at any size`].includes(subject) &&
      name.startsWith('filtered'),
  );
  const least = Math.min(...filtered.map(({ recallAt10 }) => recallAt10));
  return {
    asked: `recall@10 of the default at least ${recallMin} in every filtered case`,
    found: filtered.length === 0 ? 'not measured' : `at least ${least.toFixed(3)}, graphs alone included`,
    holds: filtered.length === 0 ? null : least >= recallMin,
  };
}

function growthRequirement(ours: readonly Measurement[]): Requirement {
  const pure = ours.filter((one) => one.case === 'pure').sort((a, b) => a.works - b.works);
  const [first, last] = [pure[0], pure.at(-1)];
  const asked = `p95 by graphs at 1,000,000 works at most ${growthMax} × that at 100,000`;
  if (!first || !last || first === last) return { asked, found: 'not measured: one size only', holds: null };
  const growth = last.p95Ms / first.p95Ms;
  const [from, to] = [first.works, last.works].map((works) => works.toLocaleString('en'));
  const isAsked = first.works === 100_000 && last.works === 1_000_000;
  return {
    asked,
    found: `${isAsked ? '' : 'not run at these sizes; '}× ${growth.toFixed(2)} from ${from} to ${to} works`,
    holds: isAsked ? growth <= growthMax : null,
  };
}

function overheadRequirement(ours: readonly Measurement[]): Requirement {
  const overheads = ours.flatMap(({ overheadP50Ms }) => overheadP50Ms ?? []);
  const most = Math.max(...overheads);
  return {
    asked: `our own overhead (request in to response out, less Elasticsearch's \`took\`) at most ${overheadMsMax} ms p50`,
    found: overheads.length === 0 ? 'not measured' : `at most ${most.toFixed(1)} ms in any case`,
    holds: overheads.length === 0 ? null : most <= overheadMsMax,
  };
}

/** What the longer styles cost where nothing is filtered. */
function lengthRequirement(measurements: readonly Measurement[], subject: string): Requirement {
  const [long, short] = styleLengths;
  const asked = `p50 of ${subject} at 100,000 works with ${long} values at most ${lengthMax} × that with ${short}`;
  const medianOf = (length: StyleLength) =>
    measurements.find(
      (one) =>
        one.subject === subject && one.case === 'pure' && one.works === 100_000 && one.styleLength === length,
    )?.p50Ms;
  const [longMs, shortMs] = [medianOf(long), medianOf(short)];
  if (longMs === undefined || shortMs === undefined)
    return { asked, found: 'not measured with both lengths', holds: null };
  const ratio = longMs / shortMs;
  return { asked, found: `× ${ratio.toFixed(2)}`, holds: ratio <= lengthMax };
}
