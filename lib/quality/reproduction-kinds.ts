/** The ways in which a painting comes to be a picture that someone searches with. */
export const reproductionKinds = [
  'scan',
  'frontal',
  'ornate',
  'oblique',
  'partial',
  'screen',
  'print',
  'varnish',
  'grey',
  'faded',
  'mirror',
] as const;

export type ReproductionKind = (typeof reproductionKinds)[number];

/** Those that show more than the painting: they are also asked with as an upload is, by the painting found in them. */
export const photographKinds = [
  'frontal',
  'ornate',
  'oblique',
  'screen',
] as const satisfies ReproductionKind[];

export type OutlinedKind = `${(typeof photographKinds)[number]}-outlined`;

export const outlinedKind = (kind: (typeof photographKinds)[number]): OutlinedKind => `${kind}-outlined`;
