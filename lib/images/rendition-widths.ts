/** Pixels on the width of the renditions that are served. Addresses with them are kept elsewhere: never take one away. */
export const renditionWidths = [224, 320, 384, 640, 1280] as const;
export type RenditionWidth = (typeof renditionWidths)[number];

export function isRenditionWidth(width: number): width is RenditionWidth {
  return renditionWidths.some((allowed) => allowed === width);
}
