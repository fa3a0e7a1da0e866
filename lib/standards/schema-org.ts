import { type Artwork, type ArtworkImage, type LocalText } from '@/lib/catalog/artwork';
import { isGivenTo, type MakerCredit } from '@/lib/catalog/maker';
import { workHref, workPermalink } from '@/lib/catalog/work-address';
import { imageServiceUrl } from '@/lib/images/image-service';
import { type DescribedWork } from './described-work';
import { yearText } from './year-text';

/** A node of JSON-LD with the vocabulary of schema.org. */
export type SchemaOrg = Readonly<Record<string, unknown>>;

const context = 'https://schema.org';

/** A work for search engines: `VisualArtwork` with its makers and its picture. */
export function visualArtwork(origin: string, work: DescribedWork): SchemaOrg {
  const { artwork } = work;
  const [title, ...others] = artwork.titles;
  return {
    '@context': context,
    '@type': 'VisualArtwork',
    '@id': `${origin}${workPermalink(artwork.id)}`,
    url: `${origin}${workHref(artwork)}`,
    name: title && localText(title),
    ...some('alternateName', others.map(localText)),
    ...some('creator', artwork.makers.filter(isGivenTo).map(person)),
    ...known('dateCreated', createdInterval(artwork)),
    ...known('temporal', work.date),
    ...known('artform', artwork.objectKind),
    ...known('artMedium', artwork.medium ?? artwork.technique),
    ...some('genre', artwork.genres),
    ...some(
      'about',
      artwork.subjects.map((name) => ({ '@type': 'Thing', name })),
    ),
    ...some('keywords', artwork.movements),
    ...known('height', artwork.heightCm === null ? null : centimetres(artwork.heightCm)),
    ...known('width', artwork.widthCm === null ? null : centimetres(artwork.widthCm)),
    ...known('size', artwork.dimensionsText),
    ...known('locationCreated', artwork.placeMade && { '@type': 'Place', name: artwork.placeMade }),
    ...known('maintainer', artwork.collection && { '@type': 'Organization', name: artwork.collection }),
    ...known('identifier', artwork.accessionNumber),
    ...known('creditText', artwork.creditLine),
    ...known('license', artwork.rightsUrl),
    ...known('isBasedOn', artwork.sourceUrl),
    ...some('description', artwork.descriptions.map(localText)),
    image: imageObject(origin, work),
  };
}

/** A work's picture, with the terms under which it may be used (Google's image metadata: licence and where to get it). */
function imageObject(origin: string, { artwork, alt, credit }: DescribedWork): SchemaOrg {
  const { image, rightsUrl, rights } = artwork;
  return {
    '@type': 'ImageObject',
    contentUrl: pictureUrl(origin, image),
    width: image.width,
    height: image.height,
    description: alt,
    ...known('license', rightsUrl),
    acquireLicensePage: `${origin}${workHref(artwork)}#use`,
    ...known('creditText', credit?.values[0]),
    ...known('copyrightNotice', rights),
    ...some('creator', artwork.makers.filter(isGivenTo).map(person)),
  };
}

function person({
  name,
  otherNames,
  birthYear,
  deathYear,
  nationality,
  wikidataId,
  ulanId,
}: MakerCredit): SchemaOrg {
  return {
    '@type': 'Person',
    name,
    ...some('alternateName', otherNames),
    ...known('birthDate', birthYear === null ? null : yearText(birthYear)),
    ...known('deathDate', deathYear === null ? null : yearText(deathYear)),
    ...known('nationality', nationality),
    ...some('sameAs', [
      ...(wikidataId === null ? [] : [`http://www.wikidata.org/entity/${wikidataId}`]),
      ...(ulanId === null ? [] : [`http://vocab.getty.edu/ulan/${ulanId}`]),
    ]),
  };
}

/** A list of works in their order: `ItemList`. */
export function itemList(
  origin: string,
  list: {
    readonly name: string;
    readonly url: string;
    readonly works: readonly Pick<Artwork, 'id' | 'title'>[];
  },
): SchemaOrg {
  return {
    '@context': context,
    '@type': 'ItemList',
    name: list.name,
    url: `${origin}${list.url}`,
    numberOfItems: list.works.length,
    // Each work's own page says the rest: https://developers.google.com/search/docs/appearance/structured-data/carousel
    itemListElement: list.works.map((artwork, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      url: `${origin}${workHref(artwork)}`,
    })),
  };
}

/** The site, with the address that searches it by words. */
export function webSite(origin: string, { name, summary }: { name: string; summary: string }): SchemaOrg {
  return {
    '@context': context,
    '@type': 'WebSite',
    '@id': `${origin}/`,
    url: `${origin}/`,
    name,
    description: summary,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${origin}/browse?q={words}` },
      'query-input': 'required name=words',
    },
  };
}

function localText({ text, language }: LocalText): unknown {
  return language === null ? text : { '@value': text, '@language': language };
}

function pictureUrl(origin: string, { key }: ArtworkImage): string {
  return `${imageServiceUrl(origin, 3, key)}/full/max/0/default.jpg`;
}

function centimetres(value: number): SchemaOrg {
  return { '@type': 'QuantitativeValue', value, unitCode: 'CMT' };
}

/** ISO 8601: a year, or an interval of years. */
function createdInterval({ yearFrom, yearTo }: DescribedWork['artwork']): string | null {
  if (yearFrom === null || yearTo === null) return null;
  return yearFrom === yearTo ? yearText(yearFrom) : `${yearText(yearFrom)}/${yearText(yearTo)}`;
}

function known(name: string, value: unknown): SchemaOrg {
  return value === null || value === undefined || value === '' ? {} : { [name]: value };
}

/** One value by itself, several as a list. */
function some(name: string, values: readonly unknown[]): SchemaOrg {
  return values.length === 0 ? {} : { [name]: values.length === 1 ? values[0] : values };
}
