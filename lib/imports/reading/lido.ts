import { type SourceItem, type SourceMaker } from '../record';
import { iiifScaled } from './iiif-picture';
import { withoutPicture } from './json-fields';
import { makerFromText, nameInOrder, ulanIdIn, wikidataIdIn } from './maker-text';
import { centimetres, sizeFromText } from './size-text';
import { childrenAt, descendants, languageOf, type XmlElement } from './xml';
import { dated, yearIn } from './years-text';

const lido = 'http://www.lido-schema.org';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** Production and creation: by their address in LIDO's own terms, or by name where a record has no address. */
const productionEvent =
  /lido000(?:07|12)\b|EX00007|\b(?:production|creation|vervaardiging|herstellung|valmistus|tillverkning|produ[cz])/i;
/** Kinds of picture, the best first. */
const pictureKinds = [
  /image_(?:original|master)/i,
  /image_large|provided.image|lido00464/i,
  /^(?!.*(?:thumb|lido00451))/i,
];
const noPicture = /audio|video|text|3d|lido0046[568]|lido00482/i;

/** Reads a record in LIDO 1.0 or 1.1. @param metadata what holds it */
export function lidoRecord(id: string, metadata: XmlElement): SourceItem {
  const all = (name: string, from: XmlElement = metadata) => [...descendants(from, lido, name)];
  const words = (elements: readonly XmlElement[]) =>
    elements
      .filter(({ text }) => text !== '')
      .map((element) => ({ text: element.text, language: languageOf(element) }));
  const term = (wrap: string) => {
    const found = all(wrap).flatMap((element) => all('term', element));
    return words(found.toSorted((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)))).map(
      ({ text }) => text,
    );
  };
  const production = all('event').find((event) =>
    all('eventType', event).some((type) =>
      productionEvent.test([wholeText(type), ...conceptsOf(type)].join(' ')),
    ),
  );
  const within = (name: string) => (production === undefined ? [] : all(name, production));
  const picture = pictureOf(metadata);
  if (picture === undefined) return withoutPicture(id);
  const dimensions =
    all('displayObjectMeasurements')
      .map(({ text }) => text)
      .join('; ') || null;
  // The actors' years of life are within the event too.
  const dates = within('eventDate');
  const dateIn = (name: string) =>
    dates.flatMap((date) => all(name, date)).find(({ text }) => text !== '')?.text;
  const period = words(within('periodName').flatMap((one) => all('term', one)))[0]?.text;
  return {
    kind: 'record',
    id,
    pictureUrl: iiifScaled(picture.address),
    details: {
      titles: words(all('titleSet').flatMap((set) => childrenAt(set, lido, 'appellationValue'))),
      makers: within('actorInRole').flatMap((actor) => makerOf(actor)),
      subjects: term('subjectConcept'),
      ...dated(
        dateIn('displayDate') ?? (yearIn(dateIn('earliestDate')) === null ? period : null),
        yearIn(dateIn('earliestDate')),
        yearIn(dateIn('latestDate')),
      ),
      medium:
        words([
          ...within('displayMaterialsTech'),
          ...within('termMaterialsTech').flatMap((one) => all('term', one)),
        ])
          .map(({ text }) => text)
          .join(', ') || null,
      dimensionsText: dimensions,
      heightCm:
        measured(metadata, /^(?:height|hoogte|höhe|hauteur|korkeus|höjd)$/i) ??
        sizeFromText(dimensions).heightCm,
      widthCm:
        measured(metadata, /^(?:width|breedte|breite|largeur|leveys|bredd)$/i) ??
        sizeFromText(dimensions).widthCm,
      objectKind: term('objectWorkType')[0] ?? null,
      placeMade:
        words(within('eventPlace').flatMap((place) => all('appellationValue', place)))[0]?.text ?? null,
      collection:
        words(
          [...all('repositoryName'), ...all('recordSource')].flatMap((one) => all('appellationValue', one)),
        )[0]?.text ?? null,
      accessionNumber:
        all('repositorySet').flatMap((set) => all('workID', set))[0]?.text ??
        childrenAtAny(metadata, 'recordID') ??
        null,
      creditLine: words(all('creditLine'))[0]?.text ?? null,
      rights:
        all('rightsResource', picture.set)
          .flatMap((one) => [...conceptsOf(one), ...all('term', one).map(({ text }) => text)])
          .find(Boolean) ?? null,
      sourceUrl: all('recordInfoLink').find(({ text }) => /^https?:/.test(text))?.text ?? null,
      descriptions: words(all('descriptiveNoteValue')),
    },
  };
}

/** The largest picture of the record, by what it says of each, and the set that has its rights. */
function pictureOf(metadata: XmlElement): { readonly address: string; readonly set: XmlElement } | undefined {
  const rank = (type: string) => {
    const at = pictureKinds.findIndex((kind) => kind.test(type));
    return at === -1 ? pictureKinds.length : at;
  };
  return [...descendants(metadata, lido, 'resourceSet')]
    .flatMap((set) => childrenAt(set, lido, 'resourceRepresentation').map((one) => ({ set, one })))
    .flatMap(({ set, one }) => {
      const type = one.attributes.get(`${lido} type`) ?? '';
      const links = childrenAt(one, lido, 'linkResource').filter(({ text }) => /^https?:/.test(text));
      return noPicture.test(type) ? [] : links.map(({ text }) => ({ address: text, set, type }));
    })
    .toSorted((a, b) => rank(a.type) - rank(b.type))[0];
}

/** The addresses of the concepts in an element: LIDO 1.0 has them as text, 1.1 also in `skos:Concept`. */
function conceptsOf(element: XmlElement): string[] {
  const about = element.attributes.get(`${rdf} about`);
  return [
    ...(about === undefined ? [] : [about]),
    ...childrenAt(element, lido, 'conceptID').map(({ text }) => text),
    ...element.children.flatMap(conceptsOf),
  ];
}

function makerOf(actor: XmlElement): SourceMaker[] {
  const names = [...descendants(actor, lido, 'appellationValue')].filter(({ text }) => text !== '');
  const name = (names.find(isPreferred) ?? names[0])?.text;
  if (name === undefined) return [];
  const qualifier = [...descendants(actor, lido, 'attributionQualifierActor')][0]?.text ?? '';
  const ids = [...descendants(actor, lido, 'actorID')].map(({ text }) => text);
  const year = (name: string) => yearIn([...descendants(actor, lido, name)][0]?.text);
  return [
    {
      name: nameInOrder(name),
      role: [...descendants(actor, lido, 'roleActor')].map(wholeText).find(Boolean) ?? null,
      qualifier: makerFromText(`${qualifier} ${name}`)?.qualifier ?? null,
      birthYear: year('earliestDate'),
      deathYear: year('latestDate'),
      wikidataId: ids.map(wikidataIdIn).find((id) => id !== null) ?? null,
      ulanId: ids.map(ulanIdIn).find((id) => id !== null) ?? null,
    },
  ];
}

function measured(metadata: XmlElement, kind: RegExp): number | null {
  for (const set of descendants(metadata, lido, 'measurementsSet')) {
    const word = (name: string) => wholeText(childrenAt(set, lido, name)[0]);
    const value = Number(word('measurementValue').replace(',', '.'));
    if (!kind.test(word('measurementType')) || !(value > 0)) continue;
    return centimetres(value, word('measurementUnit'));
  }
  return null;
}

function isPreferred({ attributes }: XmlElement): boolean {
  return attributes.get(`${lido} pref`) === 'preferred';
}

function wholeText(element: XmlElement | undefined): string {
  return element === undefined ? '' : [element.text, ...element.children.map(wholeText)].join(' ').trim();
}

function childrenAtAny(metadata: XmlElement, name: string): string | undefined {
  return [...descendants(metadata, lido, name)].find(({ text }) => text !== '')?.text;
}
