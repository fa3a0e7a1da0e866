import { type Artwork, type LocalText } from '@/lib/catalog/artwork';
import { isGivenTo, type MakerCredit } from '@/lib/catalog/maker';
import { workHref } from '@/lib/catalog/work-address';
import { imageServiceUrl } from '@/lib/images/image-service';
import { type DescribedWork } from './described-work';
import { yearText } from './year-text';

type Node = Readonly<Record<string, unknown>>;

const aatUri = (id: string) => `http://vocab.getty.edu/aat/${id}`;
const aat = (id: string, label: string): Node => ({ id: aatUri(id), type: 'Type', _label: label });

/** Terms of the Art & Architecture Thesaurus that Linked Art uses (linked.art/model/vocab/required). */
const terms = {
  workOfArt: aat('300133025', 'Works of Art'),
  typeOfWork: aat('300435443', 'Type of Work'),
  style: aat('300015646', 'Style'),
  genre: aat('300056462', 'Genre'),
  primaryName: aat('300404670', 'Primary Name'),
  accessionNumber: aat('300312355', 'Accession Number'),
  materials: aat('300435429', 'Material Statement'),
  dimensions: aat('300435430', 'Dimension Statement'),
  creditLine: aat('300026687', 'Credit Line'),
  description: aat('300435416', 'Description'),
  creator: aat('300435417', 'Production Statement'),
  height: aat('300055644', 'Height'),
  width: aat('300055647', 'Width'),
  nationality: aat('300379842', 'Nationality'),
  digitalImage: aat('300215302', 'Digital Image'),
  webPage: aat('300264578', 'Web Page'),
  rights: aat('300435434', 'Copyright/License Statement'),
};
const brief = { type: 'Type', id: aatUri('300418049'), _label: 'Brief Text' };
const centimetre = { id: aatUri('300379098'), type: 'MeasurementUnit', _label: 'cm' };
const languages: Readonly<Record<string, string>> = {
  de: '300388344',
  en: '300388277',
  fr: '300388306',
  it: '300388474',
  ja: '300388486',
  nl: '300388256',
};

export const linkedArtContext = 'https://linked.art/ns/v1/linked-art.json';

/**
 * A work as Linked Art 1.0 describes a physical object.
 * @param origin of this site, without a slash
 */
export function linkedArt(origin: string, { artwork, date, credit }: DescribedWork): Node {
  const { titles, objectKind, movements, genres, subjects, collection, accessionNumber, rightsUrl } = artwork;
  return {
    '@context': linkedArtContext,
    id: `${origin}/api/v1/artworks/${artwork.id}?as=linked-art`,
    type: 'HumanMadeObject',
    _label: artwork.title,
    classified_as: [
      terms.workOfArt,
      ...(objectKind === null ? [] : [type(objectKind, terms.typeOfWork)]),
      ...movements.map((name) => type(name, terms.style)),
      ...genres.map((name) => type(name, terms.genre)),
    ],
    identified_by: [
      ...titles.map((title, at) => name(title, at === 0)),
      ...(accessionNumber === null ? [] : [identifier(accessionNumber)]),
    ],
    ...list('referred_to_by', [
      ...statement(terms.materials, artwork.medium),
      ...statement(terms.dimensions, artwork.dimensionsText),
      ...statement(terms.creditLine, credit === null ? null : artwork.creditLine),
      ...artwork.descriptions.map((text) => linguistic(text, terms.description)),
    ]),
    ...production(artwork, date),
    ...list('dimension', [
      ...dimension(terms.height, artwork.heightCm),
      ...dimension(terms.width, artwork.widthCm),
    ]),
    ...list('shows', subjects.length === 0 ? [] : [visualItem(subjects)]),
    ...list('current_owner', collection === null ? [] : [{ type: 'Group', _label: collection }]),
    ...list('subject_to', rightsUrl === null ? [] : [right(rightsUrl, artwork.rights)]),
    subject_of: [
      webPage(`${origin}${workHref(artwork)}`),
      ...(artwork.sourceUrl ? [webPage(artwork.sourceUrl)] : []),
    ],
    representation: [picture(origin, artwork)],
  };
}

function type(label: string, meta: Node): Node {
  return { type: 'Type', _label: label, classified_as: [meta] };
}

function name({ text, language }: LocalText, isPrimary: boolean): Node {
  return {
    type: 'Name',
    content: text,
    ...(isPrimary && { classified_as: [terms.primaryName] }),
    ...inLanguage(language),
  };
}

function identifier(content: string): Node {
  return { type: 'Identifier', content, classified_as: [terms.accessionNumber] };
}

function statement(kind: Node, content: string | null): Node[] {
  return content === null ? [] : [linguistic({ text: content, language: null }, kind)];
}

function linguistic({ text, language }: LocalText, kind: Node): Node {
  const classified = [{ ...kind, classified_as: [brief] }];
  return { type: 'LinguisticObject', content: text, classified_as: classified, ...inLanguage(language) };
}

function inLanguage(tag: string | null): Node {
  const id = languages[tag?.split('-')[0] ?? ''];
  if (tag === null) return {};
  return { language: [{ ...(id !== undefined && { id: aatUri(id) }), type: 'Language', _label: tag }] };
}

/** Who made it, when and where: makers who are not certain are said to be assigned. */
function production(artwork: Artwork, date: string | null): Node {
  const { makers, yearFrom, yearTo, technique, placeMade } = artwork;
  const timespan = {
    type: 'TimeSpan',
    ...(date !== null && { identified_by: [{ type: 'Name', content: date }] }),
    ...(yearFrom !== null && { begin_of_the_begin: `${yearText(yearFrom)}-01-01T00:00:00Z` }),
    ...(yearTo !== null && { end_of_the_end: `${yearText(yearTo)}-12-31T23:59:59Z` }),
  };
  const made = {
    type: 'Production',
    ...((date !== null || yearFrom !== null || yearTo !== null) && { timespan }),
    ...list('took_place_at', placeMade === null ? [] : [{ type: 'Place', _label: placeMade }]),
    ...list('technique', technique === null ? [] : [{ type: 'Type', _label: technique }]),
    ...list(
      'part',
      makers.map((maker) => ({
        type: 'Production',
        ...(maker.qualifier === null || isGivenTo(maker)
          ? { carried_out_by: [person(maker)] }
          : { influenced_by: [person(maker)] }),
        ...list('referred_to_by', [
          ...(maker.qualifier === null
            ? []
            : statement(terms.creator, `${maker.qualifier.replaceAll('-', ' ')} ${maker.name}`)),
          ...(maker.role === null ? [] : statement(terms.creator, maker.role)),
        ]),
      })),
    ),
  };
  return Object.keys(made).length === 1 ? {} : { produced_by: made };
}

function person(maker: MakerCredit): Node {
  const { birthYear, deathYear, nationality, wikidataId, ulanId, otherNames } = maker;
  const year = (given: number) => ({
    type: 'TimeSpan',
    begin_of_the_begin: `${yearText(given)}-01-01T00:00:00Z`,
    end_of_the_end: `${yearText(given)}-12-31T23:59:59Z`,
  });
  return {
    type: 'Person',
    _label: maker.name,
    identified_by: [
      name({ text: maker.name, language: null }, true),
      ...otherNames.map((text) => name({ text, language: null }, false)),
    ],
    ...(birthYear !== null && { born: { type: 'Birth', timespan: year(birthYear) } }),
    ...(deathYear !== null && { died: { type: 'Death', timespan: year(deathYear) } }),
    ...list('classified_as', nationality === null ? [] : [type(nationality, terms.nationality)]),
    ...list('equivalent', [
      ...(wikidataId === null
        ? []
        : [{ id: `http://www.wikidata.org/entity/${wikidataId}`, type: 'Person' }]),
      ...(ulanId === null ? [] : [{ id: `http://vocab.getty.edu/ulan/${ulanId}`, type: 'Person' }]),
    ]),
  };
}

function dimension(kind: Node, value: number | null): Node[] {
  return value === null ? [] : [{ type: 'Dimension', classified_as: [kind], value, unit: centimetre }];
}

function visualItem(subjects: readonly string[]): Node {
  return {
    type: 'VisualItem',
    represents_instance_of_type: subjects.map((subject) => ({ type: 'Type', _label: subject })),
  };
}

function right(url: string, label: string | null): Node {
  return {
    type: 'Right',
    ...(label !== null && { _label: label }),
    classified_as: [{ id: url, type: 'Type' }],
  };
}

function webPage(url: string): Node {
  return {
    type: 'LinguisticObject',
    digitally_carried_by: [
      {
        type: 'DigitalObject',
        classified_as: [terms.webPage],
        format: 'text/html',
        access_point: [{ id: url, type: 'DigitalObject' }],
      },
    ],
  };
}

function picture(origin: string, { image }: Artwork): Node {
  const service = imageServiceUrl(origin, 3, image.key);
  return {
    type: 'VisualItem',
    digitally_shown_by: [
      {
        type: 'DigitalObject',
        classified_as: [terms.digitalImage],
        format: 'image/jpeg',
        access_point: [{ id: `${service}/full/max/0/default.jpg`, type: 'DigitalObject' }],
        digitally_available_via: [
          {
            type: 'DigitalService',
            access_point: [{ id: `${service}/info.json`, type: 'DigitalObject' }],
            conforms_to: [{ id: 'http://iiif.io/api/image/3', type: 'InformationObject' }],
          },
        ],
      },
    ],
  };
}

function list(property: string, nodes: readonly Node[]): Node {
  return nodes.length === 0 ? {} : { [property]: nodes };
}
