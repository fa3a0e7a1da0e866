import { blob, box, ribbon, type Shape } from '../kit/shape';
import { billow, dabs, fill } from '../scene/marks';
import { across, down } from '../scene/stage';
import type { Subject } from './subject';

/** White water down the middle of a dark gorge, into a dark pool. */
export const waterfall: Subject = {
  id: 'waterfall',
  name: 'Waterfall',
  aspect: 4 / 5,
  set(stage, random) {
    stage.region('sky', box(-1, -1, 3, 2), { fill: down(-0.2, 0.2, '#c3d8dc', '#eee8d0'), flow: 0.2, detail: 0.1 });
    stage.region('far wood', blob([[-0.3, 0.05], [0, 0], [0.2, 0.03], [0.35, -0.02], [0.52, 0.03], [0.68, -0.02], [0.85, 0.03], [1.3, 0], [1.3, 0.3], [-0.3, 0.3]]), { fill: down(0, 0.2, '#6d8a80', '#44635a'), relief: 0.4, rim: 0.02, detail: 0.3 }, (ctx) => dabs(ctx, random, { count: 120, box: [-0.2, 0, 1.2, 0.25], length: 0.03, slender: 0.5, angle: 1.5, spread: 0.4, colours: ['#86a096', '#3a574e', '#55766a'], alpha: 0.7 }));
    const stones = (colours: readonly string[], area: readonly [number, number, number, number]) => (ctx: Parameters<typeof dabs>[0]) => dabs(ctx, random, { count: 150, box: area, length: 0.11, slender: 0.28, angle: 1.45, spread: 0.25, colours, alpha: 0.65 });
    const greys = ['#5c5a58', '#2a2b30', '#403f42', '#74695d', '#1d2026'];
    stage.region('gorge', box(-1, 0.12, 3, 1), { fill: down(0.12, 0.9, '#4b4c4e', '#26282e'), flow: 1.5, detail: 0.3 }, stones(greys, [0.2, 0.1, 0.8, 0.8]));
    stage.region('left cliff', [[-0.4, 0.02], [0.04, 0.04], [0.2, 0.1], [0.31, 0.13], [0.36, 0.22], [0.31, 0.34], [0.37, 0.46], [0.29, 0.58], [0.33, 0.72], [0.24, 0.8], [-0.4, 0.9]], { fill: across(-0.1, 0.37, '#474a4a', '#59544e', '#32343a'), relief: 0.6, rim: 0.04, flow: (x, y) => 1.4 + Math.sin(y * 11 + x * 5) * 0.3, detail: 0.5 }, stones(greys, [-0.2, 0, 0.4, 0.9]));
    stage.region('right cliff', [[1.4, -0.02], [0.98, 0.02], [0.8, 0.07], [0.7, 0.14], [0.64, 0.24], [0.7, 0.36], [0.63, 0.5], [0.72, 0.6], [0.67, 0.72], [0.78, 0.82], [1.4, 0.9]], { fill: across(0.62, 1.1, '#3e3d42', '#2d2e34', '#1f2127'), relief: 0.6, rim: 0.04, flow: (x, y) => 1.7 + Math.sin(y * 9 - x * 5) * 0.3, detail: 0.5 }, stones(['#4b4743', '#1a1c22', '#34343a', '#5d534a'], [0.6, 0, 1.2, 0.9]));
    stage.region('pool', box(-1, 0.76, 3, 1), { fill: down(0.76, 1.1, '#5d8a8c', '#234a52', '#10262e'), flow: (x, y) => Math.sin(x * 6 + y * 26) * 0.1, detail: 0.35 }, (ctx) => {
      dabs(ctx, random, { count: 160, box: [-0.2, 0.77, 1.2, 1.2], length: 0.12, slender: 0.08, spread: 0.04, colours: ['#2b5a60', '#0f2a33', '#7fa8a4', '#3b6e70'], alpha: 0.6 });
      dabs(ctx, random, { count: 50, box: [0.36, 0.8, 0.64, 1.1], length: 0.1, slender: 0.1, spread: 0.05, colours: ['#e6efe8', '#a9cbc4'], alpha: 0.7 });
    });
    const streams = (ctx: Parameters<typeof dabs>[0]): void => {
      dabs(ctx, random, { count: 120, box: [0.34, 0.08, 0.68, 0.82], length: 0.16, slender: 0.07, angle: 1.57, spread: 0.05, colours: ['#ffffff', '#cfe0e4', '#9dbcc8', '#f4faf8', '#86aaba'], alpha: 0.7 });
    };
    stage.region('upper fall', blob([[0.42, 0.1], [0.5, 0.085], [0.58, 0.1], [0.6, 0.2], [0.6, 0.33], [0.61, 0.44], [0.5, 0.46], [0.38, 0.44], [0.4, 0.3], [0.4, 0.2]], 6), { fill: across(0.38, 0.62, '#f8fbf6', '#e6f0f0', '#b5cdd6'), flow: 1.57, detail: 0.55 }, streams);
    stage.region('ledge', [[0.36, 0.43], [0.46, 0.45], [0.52, 0.44], [0.57, 0.455], [0.64, 0.44], [0.62, 0.475], [0.54, 0.48], [0.48, 0.49], [0.38, 0.47]], { fill: '#33343a', relief: 0.5, rim: 0.02, flow: 0, detail: 0.6 });
    stage.region('lower fall', blob([[0.36, 0.46], [0.45, 0.465], [0.5, 0.48], [0.56, 0.46], [0.64, 0.45], [0.65, 0.6], [0.66, 0.74], [0.62, 0.82], [0.4, 0.82], [0.34, 0.74], [0.35, 0.6]], 6), { fill: across(0.34, 0.66, '#ffffff', '#edf4f2', '#bcd2d8'), flow: 1.57, detail: 0.55 }, streams);
    stage.glaze((ctx) => fill(ctx, billow(random, 0.5, 0.8, 0.24, 0.075), '#f2f7f2', 0.9), 0.85, 0.018);
    stage.region('spray', blob(billow(random, 0.5, 0.825, 0.17, 0.04, 8, 0.2)), { fill: '#f7fbf6', relief: 0.2, detail: 0.4 });
    const boulder = (x: number, y: number, rx: number, ry: number): Shape => blob(billow(random, x, y, rx, ry, 4, 0.08));
    stage.region('boulders', [boulder(0.2, 0.9, 0.13, 0.07), boulder(0.03, 0.97, 0.17, 0.1), boulder(0.82, 0.91, 0.12, 0.06), boulder(0.98, 0.97, 0.15, 0.1), boulder(0.68, 0.96, 0.07, 0.035), boulder(0.36, 0.99, 0.08, 0.035)], { fill: down(0.84, 1.05, '#6a655f', '#25262b'), relief: 0.8, rim: 0.03, detail: 0.6 });
    stage.region('moss', [boulder(0.1, 0.11, 0.14, 0.045), boulder(0.9, 0.09, 0.16, 0.045), boulder(0.12, 0.4, 0.1, 0.025), boulder(0.86, 0.46, 0.1, 0.025), boulder(0.18, 0.855, 0.08, 0.022)], { fill: '#5f7a3c', relief: 0.5, rim: 0.02, detail: 0.5 }, (ctx) => dabs(ctx, random, { count: 160, box: [-0.1, 0.04, 1.1, 0.9], length: 0.025, slender: 0.5, spread: 1.5, colours: ['#86a04e', '#33502c', '#a8b862'], alpha: 0.8 }));
    stage.region('leaning pine', [ribbon([[0.95, 0.34], [0.86, 0.26], [0.77, 0.21]], [0.035, 0.022, 0.01]), boulder(0.77, 0.19, 0.09, 0.03), boulder(0.85, 0.22, 0.07, 0.026), boulder(0.9, 0.16, 0.08, 0.028)], { fill: down(0.1, 0.3, '#4a6a3e', '#1f3324'), relief: 0.5, rim: 0.02, flow: 0.1, detail: 0.7 });
    stage.region('maple', [boulder(0.17, 0.26, 0.1, 0.05), boulder(0.08, 0.2, 0.1, 0.05), boulder(0.24, 0.31, 0.06, 0.03)], { fill: down(0.16, 0.34, '#e0783a', '#a83a26'), relief: 0.6, rim: 0.03, detail: 0.7 }, (ctx) => dabs(ctx, random, { count: 80, box: [-0.02, 0.14, 0.3, 0.36], length: 0.025, slender: 0.6, spread: 1.5, colours: ['#f0a04a', '#8a2c22', '#d05a30'], alpha: 0.8 }));
  },
};
