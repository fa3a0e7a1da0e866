import { type Corners, type Point } from './corners';

/**
 * The places within a quadrilateral that the places of a unit square are seen at: the projective mapping of Heckbert,
 * "Fundamentals of Texture Mapping and Image Warping" (1989), 2.2.3.
 */
export function fromUnitSquare([a, b, c, d]: Corners): (u: number, v: number) => Point {
  const sum = { x: a.x - b.x + c.x - d.x, y: a.y - b.y + c.y - d.y };
  const [first, second] = [
    { x: b.x - c.x, y: b.y - c.y },
    { x: d.x - c.x, y: d.y - c.y },
  ];
  const determinant = first.x * second.y - second.x * first.y;
  const g = (sum.x * second.y - second.x * sum.y) / determinant;
  const h = (first.x * sum.y - sum.x * first.y) / determinant;
  return (u, v) => {
    const depth = g * u + h * v + 1;
    return {
      x: ((b.x - a.x + g * b.x) * u + (d.x - a.x + h * d.x) * v + a.x) / depth,
      y: ((b.y - a.y + g * b.y) * u + (d.y - a.y + h * d.y) * v + a.y) / depth,
    };
  };
}
