import { blob, box, ellipse, ribbon, type Point, type Shape } from '../kit/shape';
import { dabs, fill } from '../scene/marks';
import { across, down } from '../scene/stage';
import type { Subject } from './subject';

const VANISH: Point = [0.53, 0.56];

/** An upright rectangle on a wall that runs to the vanishing point: `at` is how near, 1 at the picture's edge. */
function onWall(edge: number, at: readonly [number, number], top: number, bottom: number): Shape {
  const place = (nearness: number, height: number): Point => [VANISH[0] + (edge - VANISH[0]) * nearness, VANISH[1] + (height - VANISH[1]) * nearness];
  return [place(at[0], top), place(at[1], top), place(at[1], bottom), place(at[0], bottom)];
}

/** A narrow street: the left side in sun, the right in deep shadow, a wedge of sky and a church at the end. */
export const street: Subject = {
  id: 'street',
  name: 'Street',
  aspect: 4 / 5,
  set(stage, random) {
    stage.region('sky', box(-1, -1, 3, 2), { fill: down(-0.2, 0.56, '#6fa6d4', '#a9cbe0', '#f4e6c8'), flow: 0.3, detail: 0.1 }, (ctx) => dabs(ctx, random, { count: 16, box: [0.2, -0.1, 0.9, 0.4], length: 0.2, slender: 0.4, colours: ['#f4f1e6', '#cfe0ea'], alpha: 0.6 }));
    stage.region('church', [box(0.465, 0.3, 0.085, 0.3), [[0.46, 0.305], [0.507, 0.13], [0.555, 0.305]]], { fill: across(0.46, 0.56, '#b9a5b0', '#77739a'), flow: 1.57, detail: 0.6 }, (ctx) => fill(ctx, ellipse(0.507, 0.36, 0.018, 0.03), '#4a4a72'));
    stage.region('far houses', [[0.4, 0.6], [0.4, 0.44], [0.43, 0.41], [0.46, 0.45], [0.56, 0.46], [0.6, 0.42], [0.66, 0.46], [0.66, 0.6]], { fill: '#a78f96', flow: 1.57, detail: 0.5 });
    stage.region('road', [[-1, 1.6], [0.46, 0.57], [0.6, 0.57], [2, 1.6]], { fill: down(0.56, 1.2, '#d9c3a0', '#c2a684', '#a38a6d'), flow: (x, y) => Math.atan2(y - VANISH[1], x - VANISH[0]), detail: 0.3 }, (ctx) => {
      fill(ctx, [[0.5, 0.56], [0.34, 1.3], [2, 1.6], [0.6, 0.56]], '#4c4a66', 0.95);
      dabs(ctx, random, { count: 160, box: [-0.1, 0.6, 1.1, 1.2], length: 0.06, slender: 0.3, spread: 0.1, colours: ['#8d7d78', '#3d3b55', '#b79c7e', '#6c6476'], alpha: 0.4 });
    });
    const left = (name: string, at: readonly [number, number], top: number, colours: readonly string[], seed: number): void => {
      stage.region(name, onWall(-0.2, at, top, 1.12), { fill: down(0, 1, ...colours), flow: Math.PI / 2, detail: 0.45 }, (ctx) => dabs(ctx, random, { count: 60, box: [-0.3, -0.3, 0.5, 1], length: 0.06, slender: 0.5, colours: [...colours], alpha: 0.3 }));
      const windows: Shape[] = [];
      const bays = 3;
      for (let bay = 0; bay < bays; bay++) {
        for (let floor = 0; floor < 4; floor++) {
          const a = at[0] + ((at[1] - at[0]) * (bay + 0.28)) / bays;
          const b = at[0] + ((at[1] - at[0]) * (bay + 0.66)) / bays;
          const y = top + 0.12 + floor * 0.27;
          if (y < 0.62) windows.push(onWall(-0.2, [a, b], y, y + 0.16));
        }
      }
      stage.region(`${name} windows`, windows, { fill: seed ? '#5b6f86' : '#6a5a58', flow: Math.PI / 2, detail: 0.6 });
    };
    left('cream house', [0.17, 0.4], -0.02, ['#f7e3b8', '#edcf98'], 1);
    left('rose house', [0.4, 0.72], -0.24, ['#f5c8a0', '#e6a57c'], 0);
    left('white house', [0.72, 1.6], -0.12, ['#fdf3dc', '#f1dcb4'], 1);
    const right = (name: string, at: readonly [number, number], top: number, colours: readonly string[]): void => {
      stage.region(name, onWall(1.2, at, top, 1.12), { fill: down(0, 1, ...colours), flow: Math.PI / 2, detail: 0.35 }, (ctx) => dabs(ctx, random, { count: 60, box: [0.55, -0.3, 1.3, 1], length: 0.06, slender: 0.5, colours: [...colours], alpha: 0.4 }));
      const windows: Shape[] = [];
      for (let bay = 0; bay < 3; bay++) {
        for (let floor = 0; floor < 3; floor++) {
          const a = at[0] + ((at[1] - at[0]) * (bay + 0.3)) / 3;
          const b = at[0] + ((at[1] - at[0]) * (bay + 0.66)) / 3;
          const y = top + 0.16 + floor * 0.3;
          if (y < 0.6) windows.push(onWall(1.2, [a, b], y, y + 0.17));
        }
      }
      stage.region(`${name} windows`, windows, { fill: down(0, 0.7, '#7f8fb4', '#20223a'), flow: Math.PI / 2, detail: 0.5 });
    };
    right('blue house', [0.14, 0.36], 0.02, ['#5a5f86', '#44446a']);
    right('brown house', [0.36, 0.7], -0.26, ['#4a3b50', '#33293f']);
    right('dark house', [0.7, 1.6], -0.14, ['#3a3650', '#231f34']);
    stage.region('awnings', [onWall(-0.2, [0.42, 0.6], 0.74, 0.84), onWall(-0.2, [0.76, 1.3], 0.72, 0.86)], { fill: across(-0.2, 0.4, '#c8402f', '#e06a45'), flow: 0.6, detail: 0.6 });
    stage.region('shop fronts', [onWall(-0.2, [0.43, 0.54], 0.86, 1.1), onWall(-0.2, [0.78, 1.02], 0.88, 1.12)], { fill: '#6b4a3a', flow: 1.57, detail: 0.6 });
    stage.region('lit shop', [onWall(1.2, [0.42, 0.56], 0.84, 1.06), onWall(1.2, [0.76, 0.98], 0.84, 1.06)], { fill: down(0.6, 0.9, '#f0b450', '#a86a2c'), flow: 1.57, detail: 0.7 });
    const walkers = [[0.47, 0.68, 0.1], [0.51, 0.66, 0.075], [0.34, 0.84, 0.2], [0.57, 0.7, 0.11], [0.41, 0.72, 0.12]] as const;
    stage.glaze((ctx) => walkers.forEach(([x, y, h]) => fill(ctx, [[x - h * 0.1, y], [x + h * 0.1, y], [x + h * 0.9, y + h * 0.2], [x + h * 0.7, y + h * 0.24]], '#3a3550', 0.8)), 0.8, 0.003);
    stage.region('walkers', walkers.flatMap(([x, y, h]) => [blob([[x - h * 0.13, y - h * 0.78], [x + h * 0.13, y - h * 0.78], [x + h * 0.17, y - h * 0.35], [x + h * 0.15, y], [x - h * 0.15, y], [x - h * 0.18, y - h * 0.35]], 4), ellipse(x, y - h * 0.9, h * 0.085, h * 0.1)]), { fill: down(0.6, 0.85, '#3a4a72', '#1c2036'), flow: 1.57, detail: 0.9 });
    stage.region('lamp', [ribbon([[0.77, 1.06], [0.77, 0.5]], [0.02, 0.012]), [[0.745, 0.44], [0.795, 0.44], [0.785, 0.5], [0.755, 0.5]]], { fill: '#12131f', flow: 1.57, detail: 0.8 });
    stage.region('lamp glass', ellipse(0.77, 0.47, 0.013, 0.02), { fill: '#fbe3a0', detail: 0.9 });
    stage.line([[0.46, 0.575], [0.1, 0.98], [-0.1, 1.2]], 0.006, '#8a7460');
  },
};
