/** What a browser needs to read a picture, beside the site's own scripts. */
export const browserFiles = [
  'model.json',
  'provenance.json',
  'weights.bin',
  'style.projection',
  'content.projection',
] as const;

export type BrowserFile = (typeof browserFiles)[number];

/** Where a page tells the browser to find them. */
export interface DeviceOffer {
  /** `/network/<digest>`: the files are under it, and never change there. */
  readonly address: string;
  /** Bytes of each file. */
  readonly sizesBytes: Readonly<Record<BrowserFile, number>>;
  /** Ids of the live spaces that pictures are to be read into. */
  readonly spaceIds: readonly string[];
}
