import { presentationContext } from '@/lib/iiif/manifest';
import { linkedArtContext } from '@/lib/standards/linked-art';

/** What an answer can be instead of plain JSON: the values of `as`, with their media types. */
export const representations = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  iiif: `application/ld+json;profile="${presentationContext}"`,
  'linked-art': `application/ld+json;profile="${linkedArtContext}"`,
  'schema-org': 'application/ld+json',
  lido: 'application/xml; charset=utf-8',
  bibtex: 'application/x-bibtex; charset=utf-8',
  csl: 'application/vnd.citationstyles.csl+json; charset=utf-8',
} as const;
export type Representation = keyof typeof representations;

/**
 * What the client wants: what `as` names, else the first in its `Accept` that is offered, else JSON.
 * @param as of the address, checked already
 */
export function representationFor<Offered extends Representation>(
  request: Request,
  as: Offered | undefined,
  offered: readonly Offered[],
): Offered | 'json' {
  if (as !== undefined) return as;
  for (const accepted of acceptedTypes(request.headers.get('accept') ?? '')) {
    // A browser accepts XML too, after its pages.
    if (['application/json', 'text/html', '*/*'].includes(accepted)) return 'json';
    const found = offered.find((one) => sameType(accepted, representations[one]));
    if (found !== undefined) return found;
  }
  return 'json';
}

/** The media types of an `Accept` header with their parameters but `q`, the most wanted first. */
function acceptedTypes(accept: string): string[] {
  // Commas and semicolons may stand in a quoted profile.
  const types = accept.match(/(?:"[^"]*"|[^,"])+/g) ?? [];
  return types
    .map((type, at) => {
      const quality = Number(/;\s*q=([\d.]+)/i.exec(type)?.[1] ?? 1);
      return { type: type.replace(/;\s*q=[\d.]+/i, '').trim(), quality, at };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.at - b.at)
    .map(({ type }) => type);
}

function sameType(accepted: string, offered: string): boolean {
  const plain = (type: string) =>
    type
      .toLowerCase()
      .replace(/;\s*charset=[\w-]+/, '')
      .replaceAll(/[\s"]/g, '');
  return plain(accepted) === plain(offered);
}
