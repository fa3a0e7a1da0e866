/** How a file without an ICC profile says what its colours are: code points of ITU-T H.273. */
export interface CodePoints {
  readonly primaries: number;
  readonly transfer: number;
}

/** Red, green and blue of the colours: sRGB's or Display P3's; or what they are that cannot be read. */
export type CodedColour = 'srgb' | 'p3' | { readonly unsupported: string };

const perceptualQuantizer = 16;
const hybridLogGamma = 18;
const displayP3 = 12;
const bt2020 = 9;

export function codedColour({ primaries, transfer }: CodePoints): CodedColour {
  if (transfer === perceptualQuantizer) return { unsupported: 'HDR colours (PQ)' };
  if (transfer === hybridLogGamma) return { unsupported: 'HDR colours (HLG)' };
  if (primaries === bt2020) return { unsupported: 'BT.2020 colours without an ICC profile' };
  return primaries === displayP3 ? 'p3' : 'srgb';
}
