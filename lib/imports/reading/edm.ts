import { type SourceItem, type SourceMaker } from '../record';
import { iiifScaled } from './iiif-picture';
import { englishFirst, withoutPicture } from './json-fields';
import { makerFromText, nameInOrder, ulanIdIn, wikidataIdIn } from './maker-text';
import { bestText, bestTexts, type Property, RdfGraph, type RdfValue } from './rdf';
import { sizeFromText } from './size-text';
import { type XmlElement } from './xml';
import { dated, yearIn } from './years-text';

/** Reads a record in the Europeana Data Model, version 5.2. @param metadata what holds its RDF */
export function edmRecord(id: string, metadata: XmlElement): SourceItem {
  const graph = new RdfGraph(metadata);
  const aggregations = graph.nodes('ore:Aggregation');
  const work = graph.nodes('edm:ProvidedCHO', 'ore:Proxy');
  const address = (property: Property) =>
    graph.values(aggregations, property).find((one) => one.address)?.address;
  const picture = address('edm:isShownBy') ?? address('edm:object');
  if (!picture) return withoutPicture(id);
  const best = (...properties: readonly Property[]) =>
    properties.flatMap((property) => bestTexts(graph.values(work, property)));
  const texts = (property: Property) => graph.values(work, property).flatMap((value) => value.texts);
  const [created] = best('dcterms:created', 'dc:date', 'dc:coverage', 'dcterms:issued');
  const extent = best('dcterms:extent').join('; ') || null;
  const titles = [...texts('dc:title'), ...texts('dcterms:alternative')];
  return {
    kind: 'record',
    id,
    pictureUrl: iiifScaled(picture),
    details: {
      titles: englishFirst(titles),
      makers: graph.values(work, 'dc:creator').flatMap((value) => makerOf(value, graph)),
      subjects: best('dc:subject'),
      ...dated(created, null, null),
      medium: best('dcterms:medium', 'dc:format').join(', ') || null,
      dimensionsText: extent,
      ...sizeFromText(extent),
      objectKind: best('dc:type')[0] ?? null,
      placeMade: best('dcterms:spatial')[0] ?? null,
      collection: bestTexts(graph.values(aggregations, 'edm:dataProvider'))[0] ?? null,
      accessionNumber: texts('dc:identifier').find(({ text }) => !text.includes('://'))?.text ?? null,
      creditLine: best('dcterms:provenance', 'dc:source')[0] ?? null,
      rights: address('edm:rights') ?? bestTexts(graph.values(aggregations, 'edm:rights'))[0] ?? null,
      sourceUrl: address('edm:isShownAt') ?? null,
      descriptions: texts('dc:description'),
    },
  };
}

function makerOf({ texts, address, node }: RdfValue, graph: RdfGraph): SourceMaker[] {
  const maker = makerFromText(bestText(texts));
  if (maker === null) return [];
  const agent = node === null ? [] : [node];
  const word = (property: Property) => graph.values(agent, property).flatMap((value) => value.texts)[0]?.text;
  const year = (...properties: readonly Property[]) => yearIn(properties.map(word).find(Boolean));
  const same = [address, ...graph.values(agent, 'owl:sameAs').map((value) => value.address)];
  return [
    {
      ...maker,
      name: nameInOrder(maker.name),
      birthYear: year('birth:dateOfBirth', 'edm:begin') ?? maker.birthYear,
      deathYear: year('birth:dateOfDeath', 'edm:end') ?? maker.deathYear,
      wikidataId: same.map(wikidataIdIn).find((id) => id !== null) ?? null,
      ulanId: same.map(ulanIdIn).find((id) => id !== null) ?? null,
    },
  ];
}
