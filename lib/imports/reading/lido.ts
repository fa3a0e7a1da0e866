import { type SourceItem, type SourceMaker } from '../record';
import { iiifScaled } from './iiif-picture';
import { withoutPicture } from './json-fields';
import { makerFromText, nameInOrder, ulanIdIn, wikidataIdIn } from './maker-text';
import { centimetres, sizeFromText } from './size-text';
import { childrenAt, descendants, languageOf, type XmlElement } from './xml';
import { dated, yearIn } from './years-text';

const lido = 'http://www.lido-schema.org';

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
      /production|vervaardiging|herstellung|creation|EX00007/i.test(wholeText(type)),
    ),
  );
  const within = (name: string) => (production === undefined ? [] : all(name, production));
  const picture = all('linkResource').find(({ text }) => /^https?:/.test(text))?.text;
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
  const rights = all('resourceSet').flatMap((set) => all('rightsResource', set));
  return {
    kind: 'record',
    id,
    pictureUrl: iiifScaled(picture),
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
      heightCm: measured(metadata, /^(?:height|hoogte|höhe|hauteur)$/i) ?? sizeFromText(dimensions).heightCm,
      widthCm: measured(metadata, /^(?:width|breedte|breite|largeur)$/i) ?? sizeFromText(dimensions).widthCm,
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
        rights
          .flatMap((one) => [...all('conceptID', one), ...all('term', one)])
          .find(({ text }) => text !== '')?.text ?? null,
      sourceUrl: all('recordInfoLink').find(({ text }) => /^https?:/.test(text))?.text ?? null,
      descriptions: words(all('descriptiveNoteValue')),
    },
  };
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
    const word = (name: string) => childrenAt(set, lido, name)[0]?.text ?? '';
    const value = Number(word('measurementValue').replace(',', '.'));
    if (!kind.test(wholeText(childrenAt(set, lido, 'measurementType')[0])) || !(value > 0)) continue;
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
