import { workPermalink } from '@/lib/catalog/work-address';
import { manifest } from '@/lib/iiif/manifest';
import { bibtex, cslItem } from '@/lib/standards/citation';
import { type DescribedWork } from '@/lib/standards/described-work';
import { lido } from '@/lib/standards/lido';
import { linkedArt } from '@/lib/standards/linked-art';
import { visualArtwork } from '@/lib/standards/schema-org';
import { xmlDocument } from '@/lib/standards/xml';
import { type workRepresentations } from './parameters';

/**
 * A work in a form that other programs read.
 * @param origin of this site, without a slash
 */
export function writtenAs(
  representation: Exclude<(typeof workRepresentations)[number], 'json'>,
  work: DescribedWork,
  origin: string,
): string {
  const permalink = `${origin}${workPermalink(work.artwork.id)}`;
  switch (representation) {
    case 'iiif':
      return JSON.stringify(manifest(origin, work));
    case 'linked-art':
      return JSON.stringify(linkedArt(origin, work));
    case 'schema-org':
      return JSON.stringify(visualArtwork(origin, work));
    case 'lido':
      return xmlDocument(lido(origin, work));
    case 'bibtex':
      return bibtex(work, permalink);
    case 'csl':
      return JSON.stringify([cslItem(work.artwork, permalink)]);
  }
}
