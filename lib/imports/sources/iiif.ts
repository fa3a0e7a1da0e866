import { z } from 'zod';
import { FetchProblem } from '@/lib/platform/fetch/fetch-problem';
import { Problem } from '@/lib/platform/problem';
import { worksOfManifest } from '../reading/iiif-manifest';
import { field, list, string } from '../reading/json';
import { type SourceItem } from '../record';
import { type Source, type SourcePage } from '../source';

const depthMax = 8;

/** Collections still to be read: the list may be long, so it is what is kept over a restart. */
const places = z.array(z.object({ address: z.string(), depth: z.number() }));
type Place = z.infer<typeof places>[number];

/** Any manifest or collection of IIIF Presentation 2 or 3; collections may be paged and may hold collections. */
export const iiif: Source = {
  name: 'iiif',
  title: 'IIIF',
  choices: ['address'],
  examples: { address: 'https://museum.example/iiif/collection.json' },
  needs: ['address'],

  async list({ address = '' }, cursor, client): Promise<SourcePage> {
    const [place, ...later] = cursor === null ? [{ address, depth: 0 }] : places.parse(JSON.parse(cursor));
    if (place === undefined) return { items: [], next: null, total: null };
    const resource = await client.json(place.address, z.unknown());
    const type = typeOf(resource);
    if (type === 'Manifest') return { items: worksOfManifest(resource), next: cursorOf(later), total: null };
    if (type !== 'Collection')
      throw new Problem(
        'invalid-request',
        `${place.address} is no IIIF manifest and no collection${type === '' ? '' : `, but of type "${type}"`}. Look for the address that the museum names beside the IIIF logo.`,
      );
    const members = ['items', 'members', 'manifests', 'collections'].flatMap((name) =>
      list(field(resource, name)),
    );
    const collections = members.filter((member) => typeOf(member) === 'Collection');
    const deeper = place.depth >= depthMax ? [] : placesOf(collections, place.depth + 1);
    // A page that names itself as the next one would never end.
    const more = placesOf([...list(field(resource, 'first')), ...list(field(resource, 'next'))], place.depth);
    const next = [...more.filter((one) => one.address !== place.address), ...deeper, ...later];
    return {
      items: members.filter((member) => typeOf(member) === 'Manifest').flatMap(referenceTo),
      next: cursorOf(next),
      total: null,
    };
  },

  async read(id, client, known) {
    try {
      const fresh = await client.jsonIfChanged(id, z.unknown(), known);
      if (fresh === null) return { kind: 'unchanged' };
      const [work] = worksOfManifest(fresh.value);
      // Its id in the collection stays its id, even if the manifest itself gives another.
      const item: SourceItem = work === undefined ? { kind: 'gone', id } : { ...work, id };
      return { kind: 'read', item, validators: fresh.validators };
    } catch (error) {
      if (!(error instanceof FetchProblem) || error.fault !== 'not-found') throw error;
      return { kind: 'read', item: { kind: 'gone', id }, validators: { etag: null, lastModified: null } };
    }
  },
};

/** `sc:Manifest` in Presentation 2, `Manifest` in 3. */
function typeOf(resource: unknown): string {
  return (string(field(resource, 'type', '@type')) ?? '').replace(/^sc:/, '');
}

function referenceTo(manifest: unknown): SourceItem[] {
  const id = string(field(manifest, 'id', '@id'));
  return id === null ? [] : [{ kind: 'reference', id }];
}

function placesOf(resources: readonly unknown[], depth: number): Place[] {
  return resources.flatMap((resource) => {
    const address = typeof resource === 'string' ? resource : string(field(resource, 'id', '@id'));
    return address === null ? [] : [{ address, depth }];
  });
}

function cursorOf(later: readonly Place[]): string | null {
  return later.length === 0 ? null : JSON.stringify(later);
}
