import { blob, box, type Point, type Shape } from '../kit/shape';
import { dabs, fill } from '../scene/marks';
import { down } from '../scene/stage';
import type { Subject } from './subject';

const pine = (x: number, foot: number, height: number): Shape => {
  const left: Point[] = [];
  const right: Point[] = [];
  for (let i = 0; i <= 6; i++) {
    const y = foot - height + (height * i) / 6;
    const reach = height * (0.02 + 0.032 * i);
    left.push([x - reach, y + height * 0.03], [x - reach * 0.55, y]);
    right.push([x + reach, y + height * 0.03], [x + reach * 0.55, y]);
  }
  return [[x, foot - height * 1.06], ...right, ...left.reverse()];
};

/** A snow peak in a deep sky above dark ridges, and its image in a lake. */
export const mountain: Subject = {
  id: 'mountain',
  name: 'Mountain',
  aspect: 4 / 3,
  set(stage, random) {
    stage.region('sky', box(-1, -1, 3, 2), { fill: down(-0.1, 0.55, '#183a70', '#2b5890', '#4f7ba3'), flow: (x, y) => 0.25 + Math.sin(x * 5 - y * 3) * 0.25, detail: 0.1 }, (ctx) => dabs(ctx, random, { count: 30, box: [-0.2, 0.1, 1.2, 0.34], length: 0.25, slender: 0.16, angle: -0.15, colours: ['#5b86b5', '#4a79ad', '#7fa3c2'], alpha: 0.35 }));
    const peak: Shape = [[-0.25, 0.66], [-0.02, 0.53], [0.08, 0.5], [0.2, 0.36], [0.3, 0.3], [0.38, 0.17], [0.44, 0.13], [0.5, 0.055], [0.545, 0.1], [0.6, 0.2], [0.68, 0.27], [0.76, 0.4], [0.9, 0.47], [1.02, 0.57], [1.25, 0.66]];
    stage.region('peak', peak, { fill: down(0.05, 0.62, '#fffaf0', '#f1ead9', '#a9a9b4'), flow: (x) => (x < 0.5 ? -0.85 : 0.85), detail: 0.6 }, (ctx) => {
      fill(ctx, [[0.5, 0.05], [0.53, 0.17], [0.5, 0.25], [0.56, 0.33], [0.52, 0.44], [0.6, 0.52], [0.55, 0.66], [1.3, 0.68], [0.9, 0.47], [0.76, 0.4], [0.68, 0.27], [0.6, 0.2], [0.545, 0.1]], '#8c9cc6');
      fill(ctx, [[0.66, 0.33], [0.7, 0.4], [0.67, 0.5], [0.78, 0.6], [1.1, 0.62], [0.86, 0.47], [0.74, 0.41]], '#64749f');
      fill(ctx, [[0.36, 0.26], [0.39, 0.34], [0.34, 0.41], [0.38, 0.52], [0.3, 0.58], [0.31, 0.46], [0.28, 0.38], [0.33, 0.33]], '#9aa5bd');
      fill(ctx, [[0.2, 0.42], [0.24, 0.5], [0.18, 0.58], [0.02, 0.6], [0.1, 0.52]], '#8d97ae');
      fill(ctx, [[0.44, 0.16], [0.46, 0.24], [0.43, 0.33], [0.46, 0.42], [0.43, 0.47], [0.415, 0.36], [0.43, 0.27]], '#b4bccb');
    });
    stage.region('ridge', blob([[-0.4, 0.55], [-0.1, 0.5], [0.05, 0.55], [0.2, 0.6], [0.4, 0.585], [0.6, 0.61], [0.78, 0.56], [0.95, 0.5], [1.2, 0.48], [1.5, 0.6], [1.3, 0.72], [0.4, 0.71], [-0.3, 0.72]]), { fill: down(0.5, 0.7, '#38546e', '#1d3640'), relief: 0.5, rim: 0.03, flow: (x) => (x < 0.4 ? 0.4 : -0.4), detail: 0.4 }, (ctx) => dabs(ctx, random, { count: 260, box: [-0.3, 0.52, 1.3, 0.7], length: 0.02, slender: 0.5, angle: 1.5, colours: ['#1b3238', '#2c4955', '#4a6575'], alpha: 0.8 }));
    stage.region('lake', box(-1, 0.69, 3, 1), { fill: down(0.69, 1, '#e3ecea', '#c3d7de', '#93b4c9'), flow: (x, y) => Math.sin(x * 6 + y * 30) * 0.08, detail: 0.3 }, (ctx) => {
      fill(ctx, peak.map(([x, y]): Point => [x, 1.36 - y * 0.98]), '#fbf7ea', 0.8);
      fill(ctx, [[0.5, 1.31], [0.56, 1], [0.53, 0.86], [0.58, 0.7], [1.3, 0.7], [0.9, 0.9]], '#b3c3d6', 0.7);
      dabs(ctx, random, { count: 200, box: [-0.3, 0.7, 1.3, 1.2], length: 0.12, slender: 0.06, spread: 0.02, colours: ['#a9c2cf', '#83a5bd', '#e9eeea', '#7596b2'], alpha: 0.5 });
    });
    stage.region('meadow', blob([[-0.4, 0.86], [-0.1, 0.83], [0.14, 0.87], [0.36, 0.93], [0.6, 0.955], [0.8, 0.92], [1, 0.88], [1.4, 0.86], [1.4, 1.4], [-0.4, 1.4]]), { fill: down(0.84, 1.05, '#5b6b35', '#26351f'), relief: 0.3, flow: 0.1, detail: 0.5 }, (ctx) => dabs(ctx, random, { count: 240, box: [-0.3, 0.86, 1.3, 1.2], length: 0.035, slender: 0.3, angle: -1.3, spread: 0.3, colours: ['#7d8a3e', '#1d2a19', '#97924a', '#3c4b26'], alpha: 0.8 }));
    const pines = [[-0.19, 1, 0.5], [-0.08, 0.98, 0.42], [0.03, 0.97, 0.55], [0.115, 0.99, 0.4], [0.19, 0.965, 0.27], [0.86, 0.98, 0.36], [0.94, 1, 0.52], [1.03, 0.97, 0.4], [1.13, 1.02, 0.56]] as const;
    stage.region('pines', pines.map(([x, foot, height]) => pine(x, foot, height)), { fill: down(0.4, 1, '#1f3b34', '#0f2121'), relief: 0.45, rim: 0.02, flow: Math.PI / 2, detail: 0.8 }, (ctx) => dabs(ctx, random, { count: 500, box: [-0.25, 0.42, 1.2, 1], length: 0.03, slender: 0.3, angle: 0.5, spread: 0.5, colours: ['#2f5445', '#0c1a1b', '#45684c'], alpha: 0.7 }));
    stage.region('hut', box(0.6, 0.875, 0.09, 0.055), { fill: '#7b4a30', flow: 0, detail: 0.9 });
    stage.region('hut roof', [[0.585, 0.88], [0.625, 0.835], [0.69, 0.835], [0.705, 0.88]], { fill: '#c9beb0', flow: 0.1, detail: 0.9 });
    stage.region('hut door', box(0.655, 0.895, 0.016, 0.035), { fill: '#f0c060', flow: 1.5, detail: 0.9 });
  },
};
