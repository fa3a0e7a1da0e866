import { type SourceItem } from '../record';
import { iiifScaled } from './iiif-picture';
import { withoutPicture } from './json-fields';
import { makerFromText, nameInOrder } from './maker-text';
import { namespaces } from './rdf';
import { descendants, languageOf, type XmlElement } from './xml';
import { dated } from './years-text';

const picturePattern =
  /^https?:\/\/\S+(?:\.(?:jpe?g|png|webp|tiff?)|\/full\/[^/]+\/0\/default\.jpg)(?:\?\S*)?$/i;

/**
 * Reads a record in simple Dublin Core (oai_dc). It has no field for a picture: the first address that can only be
 * one is taken, from wherever a museum puts it.
 */
export function dublinCoreRecord(id: string, metadata: XmlElement): SourceItem {
  const values = (name: string) =>
    [...descendants(metadata, namespaces.dc, name)]
      .filter(({ text }) => text !== '')
      .map((element) => ({ text: element.text, language: languageOf(element) }));
  const words = (name: string) => values(name).map(({ text }) => text);
  const places = ['relation', 'identifier', 'source', 'format', 'description'].flatMap(words);
  const picture = places.find((text) => picturePattern.test(text));
  if (picture === undefined) return withoutPicture(id);
  return {
    kind: 'record',
    id,
    pictureUrl: iiifScaled(picture),
    details: {
      titles: values('title'),
      makers: words('creator').flatMap((creator) => {
        const maker = makerFromText(creator);
        return maker === null ? [] : [{ ...maker, name: nameInOrder(maker.name) }];
      }),
      subjects: words('subject'),
      ...dated(words('date')[0], null, null),
      medium: words('format').find((text) => !text.includes('/')) ?? null,
      objectKind: words('type')[0] ?? null,
      placeMade: words('coverage')[0] ?? null,
      collection: words('publisher')[0] ?? null,
      accessionNumber: words('identifier').find((text) => !/^\w+:|:\/\//.test(text)) ?? null,
      rights: words('rights').find((text) => text.includes('://')) ?? words('rights')[0] ?? null,
      sourceUrl:
        words('identifier').find((text) => /^https?:/.test(text) && !picturePattern.test(text)) ?? null,
      descriptions: values('description').filter(({ text }) => !picturePattern.test(text)),
    },
  };
}
