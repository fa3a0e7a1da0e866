/** What a network sees in a picture; every recipe makes both. */
export const networkKinds = ['style', 'content'] as const;

export type NetworkKind = (typeof networkKinds)[number];

/** All that works are compared by: what a network sees, and their colours, for which none is needed. */
export const embeddingKinds = [...networkKinds, 'palette'] as const;

export type EmbeddingKind = (typeof embeddingKinds)[number];

/** A unit-length vector in a space; two of different spaces are never compared. */
export type Embedding = Float32Array;
export type Embeddings = Readonly<Record<EmbeddingKind, Embedding>>;
