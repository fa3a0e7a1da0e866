/** Pixels on the width of the renditions that pages ask for. */
export const renditionWidths = [320, 640, 1280] as const;
export type RenditionWidth = (typeof renditionWidths)[number];

export function isRenditionWidth(width: number): width is RenditionWidth {
  return renditionWidths.some((allowed) => allowed === width);
}
