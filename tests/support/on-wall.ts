import sharp from 'sharp';
import { type Corners } from '@/lib/vision/outline/corners';

/** A photograph, made by code, of a painting in a frame on a wall, and where the painting's corners are in it. */
export async function onWall(painting: Buffer): Promise<{ photograph: Buffer; corners: Corners }> {
  const [width, height, frame] = [900, 700, 18];
  const box = { left: 230, top: 130, width: 430, height: 400 };
  const hung = await sharp(painting).resize(box.width, box.height, { fit: 'fill' }).toBuffer();
  const moulding = await sharp({
    create: {
      width: box.width + 2 * frame,
      height: box.height + 2 * frame,
      channels: 3,
      background: '#6b4a1f',
    },
  })
    .png()
    .toBuffer();
  const photograph = await sharp({ create: { width, height, channels: 3, background: '#cfd3cb' } })
    .composite([
      { input: moulding, left: box.left - frame, top: box.top - frame },
      { input: hung, left: box.left, top: box.top },
    ])
    .jpeg({ quality: 88 })
    .toBuffer();
  const [left, right] = [box.left / width, (box.left + box.width) / width];
  const [top, bottom] = [box.top / height, (box.top + box.height) / height];
  const corners: Corners = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return { photograph, corners };
}
