import { inBrowser, pageNames, type PageTimes } from './measure';

/** The times as a table in Markdown; of two servers also how many times faster the second is, by medians. */
export function timesTable(times: readonly PageTimes[]): string {
  const servers = [...new Set(times.map(({ server }) => server))];
  const compared = servers.length === 2;
  const head = ['works', 'page', ...servers, ...(compared ? ['ratio'] : []), 'kB'];
  const rows = [...new Set(times.map(({ works }) => works))].flatMap((works) =>
    [...pageNames, inBrowser].map((page) => {
      const of = (server: string) =>
        times.find((one) => one.works === works && one.page === page && one.server === server);
      const found = servers.map(of);
      const [before, after] = found;
      const ratio = before && after ? [`${(before.medianMs / after.medianMs).toFixed(2)} ×`] : [];
      const sizes = found.map((one) => (one?.meanBytes ? Math.round(one.meanBytes / 1000) : '–'));
      return [
        works.toLocaleString('en'),
        page,
        ...found.map((one) => (one ? `${one.medianMs.toFixed(1)} / ${one.p95Ms.toFixed(1)}` : '–')),
        ...(compared ? ratio : []),
        sizes.join(' / '),
      ];
    }),
  );
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
