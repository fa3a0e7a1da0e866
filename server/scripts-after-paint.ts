const script = /<script\b(?=[^>]*\sasync="")[^>]*\ssrc="([^"]*)"[^>]*><\/script>/g;
const preload = /<link rel="preload" as="script"[^>]*>/g;

/**
 * Has a page fetch its scripts when it has been drawn for the first time: it can be read, and its links and forms used,
 * without them, so that its pictures and fonts need not share the connection with them. Browsers that do not report
 * what they draw fetch them when all else is loaded, and so do tabs that are opened in the background, at once.
 * https://www.w3.org/TR/paint-timing/
 * @param html as Next.js renders it: scripts that may come in any order, each with `async`
 */
export function scriptsAfterPaint(html: string): string {
  const sources = [...html.matchAll(script)].map(([, source]) => source);
  const end = html.lastIndexOf('</body>');
  if (sources.length === 0 || end === -1) return html;
  const drawn = html.slice(0, end).replaceAll(script, '').replaceAll(preload, '');
  return `${drawn}<script>(${loader})(${JSON.stringify(sources)})</script>${html.slice(end).replaceAll(script, '')}`;
}

/** Runs in the page; written out, since the server's own code may be compiled for an engine newer than browsers. */
const loader = `(sources) => {
  let isAsked = false;
  const load = () => {
    if (isAsked) return;
    isAsked = true;
    for (const source of sources) document.head.append(Object.assign(document.createElement('script'), { src: source, async: true }));
  };
  addEventListener('load', load);
  if (document.hidden) load();
  else if (PerformanceObserver.supportedEntryTypes?.includes('paint')) new PerformanceObserver(load).observe({ type: 'paint', buffered: true });
}`.replaceAll(/\n\s*/g, '');
