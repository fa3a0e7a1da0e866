/** An element to be written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

type Child = XmlElement | string | null | readonly (XmlElement | string)[];

/**
 * An element. Children that are null are left out.
 * @param name with its prefix, as it is written
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | null>> = {},
  ...children: readonly Child[]
): XmlElement {
  const given = Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== null);
  const flat = children.flatMap((child) =>
    child === null ? [] : typeof child === 'string' ? [child] : [child].flat(),
  );
  return { name, attributes: Object.fromEntries(given), children: flat };
}

/** A document in UTF-8. All text is escaped here, and nowhere else. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`;
}

/**
 * An HTML page, escaped in the same way. Only elements that HTML lets be empty may have no children, and styles no
 * character that is escaped.
 */
export function htmlDocument(root: XmlElement): string {
  return `<!doctype html>\n${written(root)}\n`;
}

function written({ name, attributes, children }: XmlElement): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${name}${pairs.join('')}`;
  if (children.length === 0) return `<${open}/>`;
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : written(child)));
  return `<${open}>${inside.join('')}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // As they are, a parser would take them for a blank.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Characters that XML 1.0 cannot hold in any way are dropped (section 2.2), lone halves of a pair among them. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character);
}
