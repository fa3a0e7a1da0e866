import { type Settings, type vectorIndexTypes } from '@/lib/platform/settings';

/** How this deployment's indices are named and laid out. */
export interface IndexLayout {
  /** What every name begins with. Deployments that share a cluster use different prefixes. */
  readonly prefix: string;
  readonly shards: number;
  readonly replicas: number;
  readonly vectors: (typeof vectorIndexTypes)[number];
}

export function indexLayout(settings: Settings): IndexLayout {
  const { elasticsearchIndex, elasticsearchShards, elasticsearchReplicas, elasticsearchVectors } = settings;
  return {
    prefix: elasticsearchIndex,
    shards: elasticsearchShards,
    replicas: elasticsearchReplicas,
    vectors: elasticsearchVectors,
  };
}

/** Points at the live index: for people, Kibana, and queries that need no vector. */
export const liveAlias = ({ prefix }: IndexLayout) => prefix;

/**
 * Points at the index that answers searches in this space. A search is sent to its own space's alias, so it can
 * never be answered from another space, even while spaces are switched.
 */
export const spaceAlias = ({ prefix }: IndexLayout, spaceId: string) => `${prefix}-space-${spaceId}`;

/** Points at an index that is being filled. */
export const buildingAlias = ({ prefix }: IndexLayout) => `${prefix}-building`;

/** Points at the index that was live before, kept for a rollback. */
export const previousAlias = ({ prefix }: IndexLayout) => `${prefix}-previous`;

/** `gafu-2026.11.24-042917.123` */
export function datedName({ prefix }: IndexLayout, date: Date): string {
  return `${prefix}-${date.toISOString().slice(0, 23).replaceAll('-', '.').replace('T', '-').replaceAll(':', '')}`;
}
