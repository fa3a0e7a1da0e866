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
] as const;

export type ReproductionKind = (typeof reproductionKinds)[number];
