import { createHash } from 'node:crypto';

const inlineElement = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g;

/**
 * A page's content security policy for a page that is sent more than once: a nonce would be known after the first time,
 * so inline scripts and styles are allowed by their SHA-256 instead, and files by being this site's.
 * https://www.w3.org/TR/CSP3/#framework-directive-source-list
 * @param policy of the page as it was rendered, with a nonce
 */
export function hashedPolicy(policy: string, html: string): string {
  const hashes = inlineHashes(html);
  return policy
    .split(';')
    .map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      const inline = name === 'script-src' ? hashes.script : name === 'style-src' ? hashes.style : null;
      if (inline === null) return directive.trim();
      const lasting = sources.filter((source) => !/^'(?:nonce-.*|strict-dynamic)'$/.test(source));
      return [name, ...lasting, ...inline].join(' ');
    })
    .join('; ');
}

/** The source expressions of what stands in the page itself, without blocks of data such as JSON-LD. */
function inlineHashes(html: string): Readonly<Record<'script' | 'style', readonly string[]>> {
  const hashes = { script: new Set<string>(), style: new Set<string>() };
  for (const [, element, attributes = '', text = ''] of html.matchAll(inlineElement)) {
    if (/\ssrc=/.test(attributes) || /\stype="application\//.test(attributes)) continue;
    const hash = createHash('sha256').update(text).digest('base64');
    hashes[element === 'style' ? 'style' : 'script'].add(`'sha256-${hash}'`);
  }
  return { script: [...hashes.script], style: [...hashes.style] };
}
