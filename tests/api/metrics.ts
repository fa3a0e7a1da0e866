/** One series of a scrape: `gafu_jobs{state="waiting"}` and what it says now. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const sampleLine = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;

/** Reads Prometheus' text format 0.0.4. @throws Error naming a line that is neither a sample nor a comment */
export function parseMetrics(text: string): readonly Sample[] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [, name, labels = '', value] = sampleLine.exec(line) ?? [];
    // Prometheus reads NaN in any case; prom-client writes Nan.
    if (name === undefined || !/^(-?[\d.]+(e[+-]?\d+)?|nan|[+-]inf)$/i.test(value ?? ''))
      throw new Error(`This is no sample: ${line}`);
    const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)];
    return {
      name,
      labels: Object.fromEntries(pairs.map(([, label = '', said = '']) => [label, said])),
      value: Number(value),
    };
  });
}

/** What a series says; null where there is none of that name with these labels. */
export function valueOf(
  samples: readonly Sample[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | null {
  const found = samples.find(
    (sample) =>
      sample.name === name && Object.entries(labels).every(([label, said]) => sample.labels[label] === said),
  );
  return found?.value ?? null;
}

/** Milliseconds by stage of a `Server-Timing` header. @throws Error for a metric that is not `name;dur=number` */
export function parseServerTiming(header: string | null): Readonly<Record<string, number>> {
  const stages = (header ?? '').split(', ').map((metric) => {
    const [, name, ms] = /^([\w-]+);dur=(\d+\.\d)$/.exec(metric) ?? [];
    if (name === undefined) throw new Error(`This is no metric of Server-Timing: "${metric}"`);
    return [name, Number(ms)] as const;
  });
  return Object.fromEntries(stages);
}
