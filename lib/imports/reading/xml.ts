import { SaxesParser } from 'saxes';

/** An element by its namespace, whatever prefix the document gives it. */
export interface XmlElement {
  /** Of its namespace. */
  readonly uri: string;
  readonly name: string;
  /** By `name`, or `uri name` for those of a namespace. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, that of its children left out, blanks made one. */
  readonly text: string;
}

const depthMax = 100;
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/**
 * Reads a document. It may have no document type: without one there are no entities but XML's own five, neither
 * external ones that read files nor internal ones that grow.
 *
 * @throws Error if it is not well formed, has a document type, or is nested too deeply
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: { element: Omit<XmlElement, 'text'> & { children: XmlElement[] }; text: string }[] = [];
  let root: XmlElement | null = null;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('It has a document type declaration, which is not allowed.');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (open.length >= depthMax) throw new Error(`It is nested more than ${depthMax} deep.`);
    const pairs = Object.values(attributes).map((attribute): [string, string] => [
      attribute.uri === '' ? attribute.local : `${attribute.uri} ${attribute.local}`,
      attribute.value,
    ]);
    open.push({ element: { uri, name: local, attributes: new Map(pairs), children: [] }, text: '' });
  });
  const addText = (part: string) => {
    const current = open.at(-1);
    if (current !== undefined) current.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) return;
    const element = { ...closed.element, text: closed.text.replace(/\s+/g, ' ').trim() };
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.element.children.push(element);
  });
  parser.write(text.replace(/^\uFEFF/, '')).close();
  if (root === null) throw new Error('It is empty.');
  return root;
}

/** Every element of this name below, nested ones too, in the order of the document. */
export function* descendants(element: XmlElement, uri: string, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.uri === uri && child.name === name) yield child;
    yield* descendants(child, uri, name);
  }
}

/** @returns the children at the end of a path of names, all of one namespace */
export function childrenAt(element: XmlElement, uri: string, ...path: readonly string[]): XmlElement[] {
  return path.reduce<XmlElement[]>(
    (elements, name) =>
      elements.flatMap(({ children }) =>
        children.filter((child) => child.uri === uri && child.name === name),
      ),
    [element],
  );
}

export function languageOf(element: XmlElement): string | null {
  return element.attributes.get(`${xmlNamespace} lang`) || null;
}
