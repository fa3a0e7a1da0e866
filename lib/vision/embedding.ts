/** The spaces that need a network. Each artwork has one embedding of each kind in the live recipe. */
export const embeddingKinds = ['style', 'content'] as const;

export type EmbeddingKind = (typeof embeddingKinds)[number];

/** A unit-length vector in a space; two of different spaces are never compared. */
export type Embedding = Float32Array;
export type Embeddings = Readonly<Record<EmbeddingKind, Embedding>>;
