import { type SourceText } from '../record';
import { languageOf, type XmlElement } from './xml';

export const namespaces = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  edm: 'http://www.europeana.eu/schemas/edm/',
  ore: 'http://www.openarchives.org/ore/terms/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  owl: 'http://www.w3.org/2002/07/owl#',
  birth: 'http://rdvocab.info/ElementsGr2/',
} as const;
type Prefix = keyof typeof namespaces;
/** `dc:title` */
export type Property = `${Prefix}:${string}`;

/** A value of a property: words, and the node that it names if it is in the document. */
export interface RdfValue {
  readonly texts: readonly SourceText[];
  /** The address of the node, or of what it is about. */
  readonly address: string | null;
  readonly node: XmlElement | null;
}

/** The nodes of an RDF/XML document, nested or side by side, as catalogues use it. */
export class RdfGraph {
  private readonly byAddress = new Map<string, XmlElement>();

  constructor(private readonly root: XmlElement) {
    for (const element of this.all(root)) {
      const address = attribute(element, 'about');
      if (address) this.byAddress.set(address, element);
    }
  }

  /** Nodes of these types, in the order of the document. */
  nodes(...types: readonly Property[]): XmlElement[] {
    return [...this.all(this.root)].filter((element) => types.some((type) => isNamed(element, type)));
  }

  values(nodes: readonly XmlElement[], property: Property): RdfValue[] {
    return nodes.flatMap((node) =>
      node.children.filter((child) => isNamed(child, property)).map((child) => this.value(child)),
    );
  }

  private value(element: XmlElement): RdfValue {
    const address = attribute(element, 'resource') ?? attribute(element.children[0], 'about');
    const node = element.children[0] ?? (address === null ? null : this.byAddress.get(address)) ?? null;
    if (node !== null) return { texts: labelsOf(node), address, node };
    const texts = element.text === '' ? [] : [{ text: element.text, language: languageOf(element) }];
    return { texts, address, node };
  }

  private *all(element: XmlElement): Generator<XmlElement> {
    yield element;
    for (const child of element.children) yield* this.all(child);
  }
}

/** The label that readers of English understand best: English, else one without a language, else the first. */
export function bestText(texts: readonly SourceText[]): string | null {
  const best =
    texts.find(({ language }) => language?.startsWith('en')) ??
    texts.find(({ language }) => language === null) ??
    texts[0];
  return best?.text ?? null;
}

/** Of values in several languages, those of the language that is understood best. */
export function bestTexts(values: readonly RdfValue[]): string[] {
  const labelled = values.flatMap(({ texts, node }) => (node === null ? [] : [bestText(texts)]));
  const words = values.flatMap(({ texts, node }) => (node === null ? texts : []));
  const language =
    ['en', null].find((one) => words.some((text) => text.language === one)) ?? words[0]?.language;
  const chosen = words.filter((text) => text.language === language).map(({ text }) => text);
  return [...new Set([...labelled.filter((label) => label !== null), ...chosen])];
}

function labelsOf(node: XmlElement): SourceText[] {
  return node.children
    .filter((child) => isNamed(child, 'skos:prefLabel') && child.text !== '')
    .map((child) => ({ text: child.text, language: languageOf(child) }));
}

function isNamed({ uri, name }: XmlElement, property: Property): boolean {
  const [prefix = '', local] = property.split(':');
  return name === local && uri === namespaces[prefix as Prefix];
}

export function attribute(element: XmlElement | undefined, name: string): string | null {
  return element?.attributes.get(`${namespaces.rdf} ${name}`) ?? null;
}
