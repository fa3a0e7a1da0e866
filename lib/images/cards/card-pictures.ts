import sharp from 'sharp';

const stripesSide = 200;

/** A part of a picture, in percent of its sides. */
export async function cutOut(
  picture: Uint8Array,
  part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Promise<Buffer> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const left = Math.min(info.width - 1, Math.floor((part.x / 100) * info.width));
  const top = Math.min(info.height - 1, Math.floor((part.y / 100) * info.height));
  const box = {
    left,
    top,
    width: Math.max(1, Math.min(info.width - left, Math.round((part.width / 100) * info.width))),
    height: Math.max(1, Math.min(info.height - top, Math.round((part.height / 100) * info.height))),
  };
  return sharp(data, { raw: info }).extract(box).png().toBuffer();
}

/** A palette as stripes, each as wide as its share. */
export async function stripes(
  colours: readonly { readonly colour: string; readonly share: number }[],
): Promise<Buffer> {
  const all = colours.reduce((sum, { share }) => sum + share, 0);
  let left = 0;
  const layers = colours.map(({ colour, share }) => {
    const width = Math.max(1, Math.round((share / all) * stripesSide));
    const at = Math.min(left, stripesSide - 1);
    left += width;
    const input = {
      create: {
        width: Math.min(width, stripesSide - at),
        height: stripesSide,
        channels: 3 as const,
        background: `#${colour}`,
      },
    };
    return { input, left: at, top: 0 };
  });
  const ground = { width: stripesSide, height: stripesSide, channels: 3 as const, background: '#fff' };
  return sharp({ create: ground }).composite(layers).png().toBuffer();
}
