import ExifReader, { type ExpandedTags } from 'exifreader';
import { type Cells } from '@/lib/batch/cells';

/** Cameras and programs write their own names where a description could be. */
const notADescription = /^(?:OLYMPUS|SONY|KONICA|MINOLTA|SAMSUNG|CASIO|PENTAX|KODAK)\b|\bDIGITAL CAMERA\b/i;

/**
 * What is written in a picture file about the work that it shows: first IPTC's record of an artwork or object in the
 * picture (IPTC Photo Metadata Standard, Extension schema), then Dublin Core and Photoshop in XMP, IPTC-IIM, EXIF.
 * Dates are taken from the first alone: all others are those of the photograph.
 * @param bytes untrusted
 * @returns by column; empty if there is nothing or it cannot be read
 */
export function readEmbeddedDetails(bytes: Uint8Array): Cells {
  const tags = readTags(bytes);
  if (tags === null) return {};
  const artwork = artworkRecord(tags);
  const textIn = (group: object | undefined) => (name: string) =>
    textOf((group as Record<string, unknown> | undefined)?.[name]);
  const [xmp, iptc, exif] = [textIn(tags.xmp), textIn(tags.iptc), textIn(tags.exif)];
  const description = first(xmp('description'), iptc('Caption/Abstract'), exif('ImageDescription'));
  return present({
    title: first(artwork('AOTitle'), xmp('title'), iptc('Object Name')),
    artist: first(artwork('AOCreator'), xmp('creator'), iptc('By-line'), exif('Artist')),
    year: artwork('AODateCreated'),
    medium: artwork('AOPhysicalDescription'),
    subject: first(xmp('subject'), iptc('Keywords')),
    description: notADescription.test(description) ? '' : description,
    collection: artwork('AOSource'),
    accession_number: artwork('AOSourceInvNo'),
    credit_line: first(artwork('AOCopyrightNotice'), xmp('Credit'), iptc('Credit')),
    rights: first(xmp('UsageTerms'), xmp('rights'), iptc('Copyright Notice'), exif('Copyright')),
  });
}

function readTags(bytes: Uint8Array): ExpandedTags | null {
  try {
    return ExifReader.load(Buffer.from(bytes), {
      expanded: true,
      includeTags: { exif: true, iptc: true, xmp: true },
    });
  } catch {
    // Without metadata, or with metadata that is damaged. The picture itself is checked elsewhere.
    return null;
  }
}

/** The fields of the first artwork that the file describes. */
function artworkRecord(tags: ExpandedTags): (name: string) => string {
  const value: unknown = tags.xmp?.ArtworkOrObject?.value;
  const record: unknown = Array.isArray(value) ? value[0] : null;
  return (name) => (isObject(record) ? textOf(record[name]) : '');
}

/** A tag's text; several values with semicolons, and of the same in several languages the first. */
function textOf(tag: unknown): string {
  if (Array.isArray(tag)) return joined(tag.map(textOf));
  if (!isObject(tag)) return '';
  const { value, description } = tag;
  if (!Array.isArray(value) || !value.every(isObject)) return tidy(description ?? value);
  const texts = value.map(textOf);
  const isInLanguages = value.some(({ attributes }) => isObject(attributes) && 'lang' in attributes);
  return isInLanguages ? first(...texts) : joined(texts);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function joined(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join('; ');
}

function tidy(text: unknown): string {
  return typeof text === 'string' ? text.replaceAll('\0', '').trim() : '';
}

function first(...texts: readonly string[]): string {
  return texts.find((text) => text !== '') ?? '';
}

function present(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''));
}
