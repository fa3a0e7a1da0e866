const script = /<script\b(?=[^>]*\sasync="")[^>]*\ssrc="([^"]*)"[^>]*><\/script>/g;
const preload = /<link rel="preload" as="script"[^>]*>/g;

/**
 * Has a page fetch its scripts when its first screen has been drawn and its first pictures have come, two seconds after
 * the drawing, or when the visitor begins to do something, whichever is first: it can be read, and its links and forms
 * used, without them, so that pictures and fonts need not share the connection with them. Browsers that do not report
 * what they draw fetch them a second after all else is loaded, and tabs in the background at once.
 * https://www.w3.org/TR/paint-timing/
 * @param html as Next.js renders it: scripts that may come in any order, each with `async`
 */
export function scriptsAfterPaint(html: string): string {
  const sources = [...html.matchAll(script)].map(([, source]) => source);
  if (sources.length === 0 || !html.includes('</body>')) return html;
  const drawn = html.replaceAll(script, '').replaceAll(preload, '');
  const end = drawn.lastIndexOf('</body>');
  return `${drawn.slice(0, end)}<script>(${loader})(${JSON.stringify(sources)})</script>${drawn.slice(end)}`;
}

/**
 * Runs in the page; written out, since the server's own code may be compiled for an engine newer than browsers. One script
 * at a time, so that a phone is not kept busy by all of them at once.
 */
const loader = `(sources) => {
  let isPainted = false;
  const load = () => {
    const src = sources.shift();
    if (!src) return;
    document.head.append(Object.assign(document.createElement('script'), { src, async: true }));
    setTimeout(load);
  };
  const ready = () => {
    if (isPainted && document.readyState === 'complete') load();
  };
  addEventListener('load', () => {
    ready();
    setTimeout(load, 1000);
  });
  for (const deed of ['pointerdown', 'keydown', 'focusin']) addEventListener(deed, load, { passive: true });
  if (document.hidden) load();
  else if (PerformanceObserver.supportedEntryTypes?.includes('paint')) new PerformanceObserver((seen) => {
    isPainted ||= seen.getEntriesByName('first-contentful-paint').length > 0;
    ready();
    if (isPainted) setTimeout(load, 2000);
  }).observe({ type: 'paint', buffered: true });
}`.replaceAll(/\n\s*/g, '');
