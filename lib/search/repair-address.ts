/** Punctuation that mail and chat programs take for a part of the link before it. */
const trailing = /[\s.,;:!?'"“”‘’«»<>)\]}|*`\u200b-\u200f\u2060\ufeff]+$/u;

/** Parameters whose values never end with punctuation. Words and facets do ("Meijer Jr."), so those are left alone. */
const structured = new Set([
  'style',
  'content',
  'palette',
  'page',
  'century',
  'sort',
  'by',
  'limit',
  'view',
  'from',
  'to',
]);

/** What newsletters, social networks and search engines append to links, to count who follows them. */
const trackers = new Set(
  `dclid epik fbclid gbraid gclid gclsrc igsh igshid li_fat_id mc_cid mc_eid mkt_tok msclkid ocid oly_anon_id
  oly_enc_id rb_clickid ref_src ref_url s_cid sc_cid si spm srsltid trk ttclid twclid vero_id wbraid wt_mc yclid`.split(
    /\s+/,
  ),
);
const trackerPrefix = /^(?:utm_|pk_|mtm_|hsa_|at_|__?hs|_ga|_gl)/;

/** Is this a parameter that others append to a link, and that means nothing here? */
export function isTracker(parameter: string): boolean {
  const name = parameter.toLowerCase();
  return trackers.has(name) || trackerPrefix.test(name);
}

/**
 * Parameters as they were meant: names without the `amp;` of an escaped `&amp;`, the last value without what a mail
 * or chat program attached to it, none of the trackers.
 */
export function repairParameters(params: URLSearchParams): URLSearchParams {
  const pairs = [...params]
    .map(([name, value]): [string, string] => [name.replace(/^(?:amp;)+/i, ''), value])
    .filter(([name]) => !isTracker(name));
  const last = pairs.at(-1);
  if (last && structured.has(last[0])) last[1] = last[1].replace(trailing, '');
  return new URLSearchParams(pairs);
}

/**
 * The address that a damaged link was meant for. Only links that would otherwise fail are changed, so trackers on
 * a page's address are left to the page.
 * @param pathname as in a URL, with its percent escapes
 * @returns path and query, or null if there is nothing to repair
 */
export function repairAddress(pathname: string, params: URLSearchParams): string | null {
  const path = repairPath(pathname);
  const repaired = repairParameters(params);
  const isSame = repaired.toString() === withoutTrackers(params).toString();
  if (path === pathname && isSame) return null;
  const query = repaired.toString().replaceAll('%7E', '~');
  return query === '' ? path : `${path}?${query}`;
}

function repairPath(pathname: string): string {
  try {
    const meant = decodeURIComponent(pathname).replace(trailing, '');
    if (meant === decodeURIComponent(pathname)) return pathname;
    return encodeURI(meant === '' ? '/' : meant);
  } catch {
    // Broken escapes: the page says that there is no such address.
    return pathname;
  }
}

function withoutTrackers(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...params].filter(([name]) => !isTracker(name)));
}
