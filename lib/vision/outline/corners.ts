/** A place in a picture, in shares of its width and height. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Of a quadrilateral, from the top left clockwise. */
export type Corners = readonly [Point, Point, Point, Point];

/** Share of the picture that lies within the corners, by the shoelace formula; negative if they run anticlockwise. */
export function areaOf(corners: readonly Point[]): number {
  const twice = corners.reduce((sum, { x, y }, at) => {
    const next = corners[(at + 1) % corners.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
  return twice / 2;
}

/** Whether every corner turns clockwise, so that no two sides cross. */
export function isConvex(corners: Corners): boolean {
  return corners.every((corner, at) => {
    const [before, after] = [corners[(at + 3) % 4] ?? corner, corners[(at + 1) % 4] ?? corner];
    return (corner.x - before.x) * (after.y - corner.y) > (corner.y - before.y) * (after.x - corner.x);
  });
}

/** Whether a place lies within the corners of a convex quadrilateral. */
export function isWithin(corners: Corners, { x, y }: Point): boolean {
  return corners.every((corner, at) => {
    const next = corners[(at + 1) % 4] ?? corner;
    return (next.x - corner.x) * (y - corner.y) >= (next.y - corner.y) * (x - corner.x);
  });
}
