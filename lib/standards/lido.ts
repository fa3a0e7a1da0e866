import { type Artwork, type LocalText } from '@/lib/catalog/artwork';
import { type MakerCredit } from '@/lib/catalog/maker';
import { workPermalink } from '@/lib/catalog/work-address';
import { imageServiceUrl } from '@/lib/images/image-service';
import { type DescribedWork } from './described-work';
import { element, type XmlElement } from './xml';
import { yearText } from './year-text';

type Nodes = readonly XmlElement[];

const aat = (id: string) => `http://vocab.getty.edu/aat/${id}`;
/** The terms of LIDO for events: production. */
const production = 'http://terminology.lido-schema.org/lido00007';

/**
 * A work as a LIDO 1.1 record.
 * @param origin of this site, without a slash
 */
export function lido(origin: string, { artwork, date }: DescribedWork): XmlElement {
  const address = `${origin}${workPermalink(artwork.id)}`;
  return element(
    'lido:lido',
    {
      'xmlns:lido': 'http://www.lido-schema.org',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': 'http://www.lido-schema.org http://www.lido-schema.org/schema/v1.1/lido-v1.1.xsd',
    },
    element('lido:lidoRecID', { 'lido:type': 'http://terminology.lido-schema.org/lido00100' }, address),
    element(
      'lido:descriptiveMetadata',
      { 'xml:lang': 'en' },
      classification(artwork),
      identification(artwork),
      event(artwork, date),
      subjects(artwork.subjects),
    ),
    administration(origin, address, artwork),
  );
}

function classification({ objectKind, genres, movements }: Artwork): XmlElement {
  const kind =
    objectKind === null
      ? [concept(aat('300133025')), element('lido:term', {}, 'works of art')]
      : [element('lido:term', {}, objectKind)];
  const classes = [...genres, ...movements].map((name) =>
    element('lido:classification', {}, element('lido:term', {}, name)),
  );
  return element(
    'lido:objectClassificationWrap',
    {},
    element('lido:objectWorkTypeWrap', {}, element('lido:objectWorkType', {}, kind)),
    classes.length === 0 ? null : element('lido:classificationWrap', {}, classes),
  );
}

function identification(artwork: Artwork): XmlElement {
  const { titles, collection, accessionNumber, descriptions, dimensionsText, heightCm, widthCm } = artwork;
  const measured = [...measurement('height', heightCm), ...measurement('width', widthCm)];
  return element(
    'lido:objectIdentificationWrap',
    {},
    element(
      'lido:titleWrap',
      {},
      titles.map((title, at) => titleSet(title, at === 0)),
    ),
    collection === null && accessionNumber === null ? null : repository(collection, accessionNumber),
    descriptions.length === 0
      ? null
      : element(
          'lido:objectDescriptionWrap',
          {},
          descriptions.map(({ text, language }) =>
            element(
              'lido:objectDescriptionSet',
              {},
              element('lido:descriptiveNoteValue', { 'xml:lang': language }, text),
            ),
          ),
        ),
    dimensionsText === null && measured.length === 0
      ? null
      : element(
          'lido:objectMeasurementsWrap',
          {},
          element(
            'lido:objectMeasurementsSet',
            {},
            dimensionsText && element('lido:displayObjectMeasurements', {}, dimensionsText),
            measured.length === 0 ? null : element('lido:objectMeasurements', {}, measured),
          ),
        ),
  );
}

function titleSet({ text, language }: LocalText, isPreferred: boolean): XmlElement {
  const preference = isPreferred ? 'preferred' : 'alternate';
  const value = element('lido:appellationValue', { 'lido:pref': preference, 'xml:lang': language }, text);
  return element('lido:titleSet', {}, value);
}

function repository(collection: string | null, accessionNumber: string | null): XmlElement {
  return element(
    'lido:repositoryWrap',
    {},
    element(
      'lido:repositorySet',
      { 'lido:type': 'http://terminology.lido-schema.org/lido00475' },
      collection === null ? null : element('lido:repositoryName', {}, legalName(collection)),
      accessionNumber === null
        ? null
        : element(
            'lido:workID',
            { 'lido:type': 'http://terminology.lido-schema.org/lido00113' },
            accessionNumber,
          ),
    ),
  );
}

function measurement(kind: string, value: number | null): Nodes {
  if (value === null) return [];
  return [
    element(
      'lido:measurementsSet',
      {},
      element('lido:measurementType', {}, element('lido:term', { 'xml:lang': 'en' }, kind)),
      element('lido:measurementUnit', {}, element('lido:term', {}, 'cm')),
      element('lido:measurementValue', {}, String(value)),
    ),
  ];
}

function event(artwork: Artwork, date: string | null): XmlElement | null {
  const { makers, yearFrom, yearTo, placeMade, medium, technique } = artwork;
  const materials = [medium, technique].filter((text) => text !== null).join(', ');
  const parts = [
    ...makers.map(eventActor),
    ...(date === null && yearFrom === null && yearTo === null ? [] : [eventDate(date, yearFrom, yearTo)]),
    ...(placeMade === null
      ? []
      : [
          element(
            'lido:eventPlace',
            {},
            element(
              'lido:place',
              {},
              element('lido:namePlaceSet', {}, element('lido:appellationValue', {}, placeMade)),
            ),
          ),
        ]),
    ...(materials === ''
      ? []
      : [element('lido:eventMaterialsTech', {}, element('lido:displayMaterialsTech', {}, materials))]),
  ];
  if (parts.length === 0) return null;
  const type = element('lido:eventType', {}, concept(production), element('lido:term', {}, 'Production'));
  return element('lido:eventWrap', {}, element('lido:eventSet', {}, element('lido:event', {}, type, parts)));
}

function eventActor(maker: MakerCredit): XmlElement {
  const { name, otherNames, birthYear, deathYear, nationality, wikidataId, ulanId, role, qualifier } = maker;
  const id = (source: string, url: string) =>
    element(
      'lido:actorID',
      { 'lido:type': 'http://terminology.lido-schema.org/lido00099', 'lido:source': source },
      url,
    );
  const nameSet = (text: string, preference: string) =>
    element('lido:nameActorSet', {}, element('lido:appellationValue', { 'lido:pref': preference }, text));
  return element(
    'lido:eventActor',
    {},
    element(
      'lido:actorInRole',
      {},
      element(
        'lido:actor',
        {},
        ulanId === null ? null : id('ULAN', `http://vocab.getty.edu/ulan/${ulanId}`),
        wikidataId === null ? null : id('Wikidata', `http://www.wikidata.org/entity/${wikidataId}`),
        nameSet(name, 'preferred'),
        otherNames.map((other) => nameSet(other, 'alternate')),
        nationality === null
          ? null
          : element('lido:nationalityActor', {}, element('lido:term', {}, nationality)),
        birthYear === null && deathYear === null
          ? null
          : element('lido:vitalDatesActor', {}, between(birthYear, deathYear)),
      ),
      role === null ? null : element('lido:roleActor', {}, element('lido:term', {}, role)),
      qualifier === null
        ? null
        : element('lido:attributionQualifierActor', {}, qualifier.replaceAll('-', ' ')),
    ),
  );
}

function eventDate(date: string | null, from: number | null, to: number | null): XmlElement {
  return element(
    'lido:eventDate',
    {},
    date === null ? null : element('lido:displayDate', {}, date),
    from === null && to === null ? null : element('lido:date', {}, between(from, to)),
  );
}

/** LIDO wants both ends: an open one repeats the other. */
function between(from: number | null, to: number | null): Nodes {
  const [earliest, latest] = [from ?? to ?? 0, to ?? from ?? 0];
  return [
    element('lido:earliestDate', {}, yearText(earliest)),
    element('lido:latestDate', {}, yearText(latest)),
  ];
}

function subjects(names: readonly string[]): XmlElement | null {
  if (names.length === 0) return null;
  const concepts = names.map((name) => element('lido:subjectConcept', {}, element('lido:term', {}, name)));
  return element(
    'lido:objectRelationWrap',
    {},
    element('lido:subjectWrap', {}, element('lido:subjectSet', {}, element('lido:subject', {}, concepts))),
  );
}

function administration(origin: string, address: string, artwork: Artwork): XmlElement {
  const { id, image, rightsUrl, rights, creditLine, sourceUrl, collection } = artwork;
  const picture = `${imageServiceUrl(origin, 3, image.key)}/full/max/0/default.jpg`;
  return element(
    'lido:administrativeMetadata',
    { 'xml:lang': 'en' },
    element(
      'lido:recordWrap',
      {},
      element('lido:recordID', { 'lido:type': 'http://terminology.lido-schema.org/lido00100' }, id),
      element('lido:recordType', {}, element('lido:term', {}, 'Item-level record')),
      element('lido:recordSource', {}, legalName(collection ?? 'Gafu')),
      element(
        'lido:recordInfoSet',
        {},
        element('lido:recordInfoLink', { 'lido:formatResource': 'html' }, sourceUrl ?? address),
      ),
    ),
    element(
      'lido:resourceWrap',
      {},
      element(
        'lido:resourceSet',
        {},
        element(
          'lido:resourceRepresentation',
          { 'lido:type': 'http://terminology.lido-schema.org/lido00451' },
          element('lido:linkResource', { 'lido:formatResource': 'image/jpeg' }, picture),
        ),
        rightsUrl === null && rights === null && creditLine === null
          ? null
          : element(
              'lido:rightsResource',
              {},
              rightsUrl === null && rights === null
                ? null
                : element(
                    'lido:rightsType',
                    {},
                    rightsUrl && concept(rightsUrl),
                    rights && element('lido:term', {}, rights),
                  ),
              creditLine && element('lido:creditLine', {}, creditLine),
            ),
      ),
    ),
  );
}

function legalName(text: string): XmlElement {
  return element('lido:legalBodyName', {}, element('lido:appellationValue', {}, text));
}

function concept(uri: string): XmlElement {
  return element('lido:conceptID', { 'lido:type': 'http://terminology.lido-schema.org/lido00099' }, uri);
}
