import { type Settings, type vectorIndexTypes } from '@/lib/platform/settings';

/** How our indices are called and laid out. */
export interface IndexShape {
  /** What every name begins with; deployments that share a cluster differ in it. */
  readonly prefix: string;
  readonly shards: number;
  readonly replicas: number;
  readonly vectors: (typeof vectorIndexTypes)[number];
}

export function indexShape(settings: Settings): IndexShape {
  const { elasticsearchIndex, elasticsearchShards, elasticsearchReplicas, elasticsearchVectors } = settings;
  return {
    prefix: elasticsearchIndex,
    shards: elasticsearchShards,
    replicas: elasticsearchReplicas,
    vectors: elasticsearchVectors,
  };
}

/** Points at the index that is searched: for people, Kibana, and queries that need no vector. */
export const liveAlias = ({ prefix }: IndexShape) => prefix;

/**
 * Points at the index that searches of this space are answered from. A search asks under its own space's name, so
 * none can be answered from another space, whatever is switched meanwhile.
 */
export const spaceAlias = ({ prefix }: IndexShape, spaceId: string) => `${prefix}-space-${spaceId}`;

/** Points at an index that is being filled. */
export const buildingAlias = ({ prefix }: IndexShape) => `${prefix}-building`;

/** Points at the index that was searched before, kept for a rollback. */
export const previousAlias = ({ prefix }: IndexShape) => `${prefix}-previous`;

/** `gafu-2026.11.24-042917.123` */
export function datedName({ prefix }: IndexShape, date: Date): string {
  return `${prefix}-${date.toISOString().slice(0, 23).replaceAll('-', '.').replace('T', '-').replaceAll(':', '')}`;
}
