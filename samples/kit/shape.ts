/** A place on the picture; subjects use the unit square, painters use pixels. */
export type Point = readonly [number, number];
/** A closed outline, flattened to straight pieces. */
export type Shape = readonly Point[];

/** A closed curve through the points (Catmull-Rom), for anything that grew or was thrown on a wheel. */
export function blob(points: Shape, steps = 8): Shape {
  return curve([...points.slice(-1), ...points, ...points.slice(0, 2)], steps).slice(
    0,
    points.length * steps,
  );
}

/** An open curve through the inner points; the first and the last only steer it. */
export function curve(points: Shape, steps = 8): Point[] {
  const out: Point[] = [];
  for (let i = 1; i + 2 < points.length; i++) {
    const [a, b, c, d] = points.slice(i - 1, i + 3);
    if (!a || !b || !c || !d) continue;
    for (let s = 0; s < steps; s++) {
      const t = s / steps;
      const along = (k: 0 | 1): number =>
        0.5 *
        (2 * b[k] +
          (c[k] - a[k]) * t +
          (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t +
          (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t * t * t);
      out.push([along(0), along(1)]);
    }
  }
  return out;
}

/** A curve through all the points, ends included. */
export function through(points: Shape, steps = 8): Point[] {
  const first = points[0];
  const last = points[points.length - 1];
  return first && last ? [...curve([first, ...points, last], steps), last] : [];
}

export function ellipse(cx: number, cy: number, rx: number, ry = rx, turn = 0): Shape {
  const c = Math.cos(turn);
  const s = Math.sin(turn);
  return Array.from({ length: 40 }, (_, i): Point => {
    const angle = (i / 40) * Math.PI * 2;
    const x = Math.cos(angle) * rx;
    const y = Math.sin(angle) * ry;
    return [cx + x * c - y * s, cy + x * s + y * c];
  });
}

export function box(x: number, y: number, width: number, height: number): Shape {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

/** A band of changing width along a curve: branches, tails, paths. */
export function ribbon(points: Shape, widths: readonly number[], steps = 8): Shape {
  const spine = through(points, steps);
  const left: Point[] = [];
  const right: Point[] = [];
  spine.forEach(([x, y], i) => {
    const [ax, ay] = spine[Math.max(0, i - 1)] ?? [x, y];
    const [bx, by] = spine[Math.min(spine.length - 1, i + 1)] ?? [x, y];
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const at = (i / Math.max(1, spine.length - 1)) * (widths.length - 1);
    const low = widths[Math.floor(at)] ?? 0;
    const half = (low + ((widths[Math.ceil(at)] ?? low) - low) * (at % 1)) / 2;
    left.push([x - ((by - ay) / length) * half, y + ((bx - ax) / length) * half]);
    right.push([x + ((by - ay) / length) * half, y - ((bx - ax) / length) * half]);
  });
  return [...left, ...right.reverse()];
}
