/** A colour that a searcher has picked, and how much of it there should be. */
export interface PickedColour {
  /** sRGB as six hexadecimal digits, lower case. */
  readonly colour: string;
  /** In percent of a picture, or in any other proportion to the others: 1 … 100. */
  readonly share: number;
}

export const pickedColoursMax = 5;

const colourSource = String.raw`[0-9A-Fa-f]{6}:(?:100|[1-9]\d?)`;
/** Of a regular expression, to be anchored. */
export const pickedPaletteSource = `${colourSource}(?:,${colourSource}){0,${pickedColoursMax - 1}}`;
const pattern = new RegExp(`^${pickedPaletteSource}$`);

/** Whether a term's ref is a palette picked by hand, and not the id of a picture. */
export function isPickedPalette(ref: string): boolean {
  return ref.includes(':');
}

/** Reads `1d3b5a:60,c8a24a:40`. Null if the text is no palette, or has a colour twice. */
export function parsePickedPalette(text: string): readonly PickedColour[] | null {
  if (!pattern.test(text)) return null;
  const colours = text.split(',').map((part) => {
    const [colour = '', share] = part.toLowerCase().split(':');
    return { colour, share: Number(share) };
  });
  const isDistinct = new Set(colours.map(({ colour }) => colour)).size === colours.length;
  return isDistinct ? colours : null;
}

/** The one way to write a palette: the largest share first. */
export function formatPickedPalette(colours: readonly PickedColour[]): string {
  return [...colours]
    .sort((a, b) => b.share - a.share || (a.colour < b.colour ? -1 : 1))
    .map(({ colour, share }) => `${colour}:${share}`)
    .join(',');
}
