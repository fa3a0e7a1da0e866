import { type SourceItem, type SourceRecord } from '../record';
import { iiifPicture, type ImageService } from './iiif-picture';
import { iiifMetadata, iiifTexts } from './iiif-texts';
import { field, list, positive, string } from './json';
import { withoutPicture } from './json-fields';
import { lifeFromText, makerFromText } from './maker-text';
import { sizeFromText } from './size-text';
import { dated } from './years-text';

/**
 * The works of a manifest of IIIF Presentation 2 or 3: one, shown by its first canvas, unless the manifest says that
 * its canvases are individuals.
 */
export function worksOfManifest(manifest: unknown): SourceItem[] {
  const id = string(field(manifest, 'id', '@id')) ?? 'unknown';
  const sequence = list(field(manifest, 'sequences'))[0];
  const canvases = list(field(manifest, 'items') ?? field(sequence, 'canvases'));
  const hints = [...list(field(manifest, 'behavior')), field(manifest, 'viewingHint')];
  const [first] = canvases;
  if (first === undefined) return [withoutPicture(id)];
  if (!hints.includes('individuals')) return [workOf(id, manifest, first)];
  return canvases.map((canvas) => {
    const canvasId = string(field(canvas, 'id', '@id')) ?? 'unknown';
    // What is said of the whole is not said of each.
    const own = { metadata: [], description: undefined, summary: undefined, ...asObject(canvas) };
    return workOf(canvasId, { ...asObject(manifest), ...own }, canvas);
  });
}

function workOf(id: string, resource: unknown, canvas: unknown): SourceItem {
  const pictureUrl = pictureOf(canvas);
  if (pictureUrl === null) return withoutPicture(id);
  const first = (label: Parameters<typeof iiifMetadata>[1]) => iiifMetadata(resource, label)[0]?.text ?? null;
  const titles = iiifTexts(field(resource, 'label'));
  const dimensionsText = first('dimensions');
  const details: SourceRecord['details'] = {
    titles: titles.length > 0 ? titles : [{ text: 'Untitled', language: null }],
    makers: iiifMetadata(resource, 'maker').flatMap(({ text }) => {
      const [name, life] = text.split('\n');
      const maker = makerFromText(name);
      return maker === null ? [] : [life === undefined ? maker : { ...maker, ...lifeFromText(life) }];
    }),
    subjects: iiifMetadata(resource, 'subject').map(({ text }) => text),
    ...dated(first('date'), null, null),
    medium: first('medium'),
    dimensionsText,
    ...sizeFromText(dimensionsText),
    objectKind: first('kind'),
    placeMade: first('place'),
    collection:
      iiifTexts(field(list(field(resource, 'provider'))[0], 'label'))[0]?.text ?? first('collection'),
    accessionNumber: first('accession'),
    creditLine: first('credit') ?? statementOf(resource),
    rights: rightsOf(resource),
    sourceUrl: pageOf(resource) ?? (id.startsWith('http') ? id : null),
    descriptions: iiifTexts(field(resource, 'summary', 'description')),
  };
  return { kind: 'record', id, details, pictureUrl };
}

/** What must be shown beside the work: `requiredStatement` in 3, `attribution` in 2. */
function statementOf(resource: unknown): string | null {
  const texts = iiifTexts(
    field(field(resource, 'requiredStatement'), 'value') ?? field(resource, 'attribution'),
  );
  return texts.map(({ text }) => text).join(' ') || null;
}

/** Its own field, else a licence that the words beside it link to. */
function rightsOf(resource: unknown): string | null {
  const own = list(field(resource, 'rights', 'license'))
    .map(string)
    .find((one) => one !== null);
  if (own) return own;
  const statement = field(field(resource, 'requiredStatement'), 'value') ?? field(resource, 'attribution');
  const link = /https?:\/\/(?:www\.)?(?:creativecommons|rightsstatements)\.org\/[\w./-]+/;
  return link.exec(JSON.stringify(statement ?? ''))?.[0] ?? null;
}

function pageOf(resource: unknown): string | null {
  for (const name of ['homepage', 'related', 'rendering'])
    for (const link of list(field(resource, name))) {
      const format = field(link, 'format');
      const address = typeof link === 'string' ? link : string(field(link, 'id', '@id'));
      if (address !== null && (format === undefined || format === 'text/html')) return address;
    }
  return null;
}

function pictureOf(canvas: unknown): string | null {
  const annotation = list(field(list(field(canvas, 'items'))[0], 'items') ?? field(canvas, 'images'))[0];
  const content = field(annotation, 'body', 'resource');
  // A choice between several pictures: the first is the one that is shown.
  const body = field(content, 'default') ?? list(field(content, 'items'))[0] ?? list(content)[0];
  const services = list(field(body, 'service'));
  const service =
    services.find((one) => /iiif\.io\/api\/image|ImageService|^level[012]$/.test(kindOf(one))) ?? services[0];
  const base = string(field(service, 'id', '@id'));
  return base === null ? string(field(body, 'id', '@id')) : iiifPicture(base, serviceOf(service, body));
}

function kindOf(service: unknown): string {
  return ['profile', 'type', '@type', '@context']
    .map((name) => JSON.stringify(field(service, name) ?? ''))
    .join(' ');
}

function serviceOf(service: unknown, body: unknown): ImageService {
  const sizes = list(field(service, 'sizes')).flatMap((size) => {
    const [width, height] = [positive(field(size, 'width')), positive(field(size, 'height'))];
    return width === null || height === null ? [] : [{ width, height }];
  });
  return {
    width: positive(field(service, 'width')) ?? positive(field(body, 'width')),
    height: positive(field(service, 'height')) ?? positive(field(body, 'height')),
    maxWidth: positive(field(service, 'maxWidth')),
    sizes,
    isLevel0: /level0/.test(JSON.stringify(field(service, 'profile') ?? '')),
  };
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
