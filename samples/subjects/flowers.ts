import { blob, box, ellipse, ribbon, type Point } from '../kit/shape';
import { billow, dabs, fill, stroke } from '../scene/marks';
import { across, down } from '../scene/stage';
import type { Subject } from './subject';

const BLOOMS: readonly (readonly [number, number, number, string, string, string])[] = [
  [0.36, 0.2, 0.085, '#f7efdf', '#d9c3b0', '#e0b04a'], [0.53, 0.14, 0.09, '#f2a7a4', '#c8545f', '#f6d27a'], [0.69, 0.23, 0.085, '#f6cf52', '#d08a22', '#7a4a1e'],
  [0.25, 0.35, 0.085, '#f08a5d', '#c03a2c', '#3a1a1c'], [0.45, 0.32, 0.105, '#fbeadf', '#e7a79c', '#e8b84e'], [0.62, 0.38, 0.1, '#e9504a', '#9c1f2c', '#2a1218'],
  [0.76, 0.4, 0.075, '#f8f2e4', '#cfc7c0', '#e3b33c'], [0.33, 0.49, 0.085, '#f8d86a', '#d29a2a', '#6b3d1a'], [0.51, 0.52, 0.09, '#cdb4e0', '#7d62ad', '#f3dc86'],
  [0.69, 0.53, 0.075, '#f4b2a0', '#cf6656', '#f5d88a'], [0.2, 0.22, 0.05, '#a9bfe6', '#5d7cc0', '#f1dd90'], [0.82, 0.28, 0.05, '#a9bfe6', '#5d7cc0', '#f1dd90'],
];

/** A bouquet bright against the dark, on a pale table: the Dutch arrangement. */
export const flowers: Subject = {
  id: 'flowers',
  name: 'Flowers in a vase',
  aspect: 4 / 5,
  set(stage, random) {
    stage.region('dark', box(-1, -1, 3, 3), { fill: across(-0.1, 1.1, '#3b3a34', '#26282b', '#17191f'), flow: (x, y) => Math.atan2(y - 0.4, x - 0.5) + Math.PI / 2, detail: 0.1 }, (ctx) => dabs(ctx, random, { count: 80, box: [-0.2, -0.2, 1.2, 1], length: 0.15, slender: 0.4, spread: 1, colours: ['#45433a', '#1d1f24', '#2d3031', '#4f4a3c'], alpha: 0.35 }));
    stage.region('table', box(-1, 0.83, 3, 1), { fill: down(0.83, 1.1, '#d9bf94', '#c09f72', '#94734f'), flow: 0.02, detail: 0.3 }, (ctx) => dabs(ctx, random, { count: 70, box: [-0.2, 0.84, 1.2, 1.2], length: 0.2, slender: 0.06, spread: 0.03, colours: ['#e6cfa8', '#a98a62', '#caa97b'], alpha: 0.5 }));
    stage.glaze((ctx) => fill(ctx, ellipse(0.66, 0.91, 0.24, 0.03), '#4a3628', 0.85), 0.9, 0.012);
    const leaves = [[0.2, 0.45, 2.6], [0.16, 0.3, 3.6], [0.3, 0.58, 2.3], [0.82, 0.48, 0.5], [0.86, 0.36, -0.3], [0.74, 0.6, 0.9], [0.3, 0.12, 4.2], [0.62, 0.08, 5], [0.44, 0.07, 4.6], [0.78, 0.18, 5.5], [0.58, 0.6, 1.4], [0.42, 0.6, 1.8]] as const;
    stage.region('stems', blob(billow(random, 0.51, 0.36, 0.27, 0.25, 12, 0.1)), { fill: down(0.1, 0.62, '#4d6b3a', '#1f3423'), flow: (x, y) => Math.atan2(y - 0.62, x - 0.5), detail: 0.5 }, (ctx) => dabs(ctx, random, { count: 160, box: [0.2, 0.08, 0.8, 0.64], length: 0.06, slender: 0.3, spread: 1.5, colours: ['#6a8a46', '#1a2c20', '#35522f', '#86a05a'], alpha: 0.8 }));
    stage.region('leaves', leaves.map(([x, y, turn]) => {
      const tip: Point = [x + Math.cos(turn) * 0.1, y + Math.sin(turn) * 0.1];
      return ribbon([[x - Math.cos(turn) * 0.06, y - Math.sin(turn) * 0.06], [x, y], tip], [0.005, 0.06, 0.002]);
    }), { fill: down(0, 0.7, '#8aa85c', '#46683c'), relief: 0.5, rim: 0.02, detail: 0.7 });
    for (const [i, [x, y, r, light, dark, heart]] of BLOOMS.entries()) {
      const petals = 6 + (i % 3);
      stage.region(`bloom ${i + 1}`, blob(billow(random, x, y, r, r * 0.92, petals, 0.17), 4), { fill: light, relief: 0.6, rim: r * 0.35, detail: 0.85, flow: (u, v) => Math.atan2(v - y, u - x) }, (ctx) => {
        for (let p = 0; p < petals; p++) {
          const angle = ((p + 0.5) / petals) * Math.PI * 2;
          stroke(ctx, [[x + Math.cos(angle) * r * 0.25, y + Math.sin(angle) * r * 0.25], [x + Math.cos(angle) * r, y + Math.sin(angle) * r]], r * 0.12, dark, 0.75);
        }
        fill(ctx, ellipse(x + r * 0.3, y + r * 0.4, r * 0.55, r * 0.4), dark, 0.3);
        fill(ctx, ellipse(x, y, r * 0.3, r * 0.26), dark);
      });
      stage.region(`heart ${i + 1}`, ellipse(x, y, r * 0.22, r * 0.19), { fill: heart, relief: 0.6, rim: 0.01, detail: 0.9 });
    }
    stage.region('vase', blob([[0.42, 0.6], [0.58, 0.6], [0.57, 0.66], [0.64, 0.73], [0.665, 0.8], [0.62, 0.89], [0.57, 0.925], [0.43, 0.925], [0.38, 0.89], [0.335, 0.8], [0.36, 0.73], [0.43, 0.66]]), { fill: across(0.33, 0.67, '#dfeaea', '#9fbccb', '#4b6f8c'), relief: 0.8, rim: 0.05, detail: 0.7 }, (ctx) => {
      stroke(ctx, [[0.33, 0.76], [0.5, 0.79], [0.67, 0.76]], 0.016, '#2f5d8c', 0.9);
      for (let i = 0; i < 6; i++) fill(ctx, ellipse(0.37 + i * 0.052, 0.835 + Math.sin(i * 1.2) * 0.008, 0.016, 0.026, i), '#3d6a98', 0.8);
      fill(ctx, ellipse(0.41, 0.76, 0.014, 0.05, 0.2), '#ffffff', 0.9);
    });
    stage.region('fallen petals', [ellipse(0.24, 0.91, 0.032, 0.016, 0.3), ellipse(0.17, 0.95, 0.026, 0.013, -0.4), ellipse(0.78, 0.955, 0.03, 0.015, 0.2)], { fill: '#e8605a', relief: 0.5, rim: 0.01, detail: 0.8 });
  },
};
