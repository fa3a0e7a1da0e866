import { blob, box, ellipse, ribbon } from '../kit/shape';
import { billow, dabs, fill } from '../scene/marks';
import { across, down } from '../scene/stage';
import type { Subject } from './subject';

/** One great oak alone in a bright field, and the shade it stands in. */
export const tree: Subject = {
  id: 'tree',
  name: 'Tree',
  aspect: 5 / 4,
  set(stage, random) {
    stage.region('sky', box(-1, -1, 3, 2), { fill: down(-0.1, 0.72, '#a5cbe6', '#d3e4e8', '#fbf0d2'), flow: (x, y) => Math.sin(x * 3 + y * 5) * 0.35, detail: 0.1 }, (ctx) => dabs(ctx, random, { count: 40, box: [-0.2, -0.1, 1.2, 0.6], length: 0.22, slender: 0.35, colours: ['#fdf8ea', '#e8efee', '#bcd7e6'], alpha: 0.5 }));
    stage.region('clouds', [blob(billow(random, 0.02, 0.3, 0.2, 0.09)), blob(billow(random, 1.02, 0.46, 0.22, 0.07))], { fill: '#fffaf0', relief: 0.25, detail: 0.15 });
    stage.region('hills', blob([[-0.4, 0.66], [-0.1, 0.62], [0.12, 0.655], [0.4, 0.67], [0.7, 0.65], [0.95, 0.61], [1.2, 0.63], [1.4, 0.7], [1, 0.8], [0, 0.8]]), { fill: across(-0.2, 1.2, '#9cb4b8', '#86a3ae'), relief: 0.3, flow: 0.1, detail: 0.3 });
    stage.region('field', box(-1, 0.71, 3, 1), { fill: down(0.7, 1.1, '#efdc86', '#d9cc66', '#a9b04c'), flow: (x, y) => (x - 0.5) * 0.25 + Math.sin(y * 40) * 0.05, detail: 0.3 }, (ctx) => {
      dabs(ctx, random, { count: 260, box: [-0.3, 0.72, 1.3, 1.2], length: 0.05, slender: 0.2, angle: -1.2, spread: 0.4, colours: ['#f7e9a0', '#c3bd55', '#e3cf6a', '#95a244'], alpha: 0.6 });
      dabs(ctx, random, { count: 40, box: [-0.3, 0.88, 1.3, 1.1], length: 0.016, slender: 0.9, colours: ['#d8493a', '#f7f0dd', '#e9a93a'], alpha: 0.9 });
    });
    stage.glaze((ctx) => {
      fill(ctx, ellipse(0.6, 0.845, 0.4, 0.055), '#3f5230', 0.9);
      dabs(ctx, random, { count: 60, box: [0.2, 0.8, 1, 0.9], length: 0.08, slender: 0.2, colours: ['#5d6c36', '#2f4129', '#a9a650'], alpha: 0.6 });
    }, 0.95, 0.006);
    stage.region('fence', [ribbon([[-0.3, 0.775], [0.3, 0.765]], [0.008, 0.006]), ribbon([[-0.3, 0.805], [0.3, 0.79]], [0.008, 0.006]), ...[-0.16, -0.06, 0.04, 0.13, 0.21, 0.28].map((x) => box(x, 0.755, 0.009, 0.06))], { fill: '#7c6a52', flow: 0, detail: 0.6 });
    stage.region('trunk', ribbon([[0.47, 0.86], [0.495, 0.76], [0.485, 0.64], [0.5, 0.5], [0.52, 0.32]], [0.17, 0.085, 0.08, 0.075, 0.04]), { fill: across(0.42, 0.56, '#8a6a4c', '#3a281f'), relief: 0.5, rim: 0.03, flow: 1.5, detail: 0.7 }, (ctx) => dabs(ctx, random, { count: 50, box: [0.4, 0.4, 0.6, 0.87], length: 0.06, slender: 0.12, angle: 1.5, colours: ['#2a1c17', '#a3835f', '#5c432f'], alpha: 0.7 }));
    stage.region('boughs', [ribbon([[0.49, 0.6], [0.38, 0.5], [0.27, 0.46]], [0.045, 0.03, 0.015]), ribbon([[0.5, 0.56], [0.62, 0.46], [0.75, 0.42]], [0.045, 0.03, 0.015])], { fill: '#42301f', flow: 0.4, detail: 0.7 });
    const clumps = [[0.5, 0.17, 0.2, 0.13, 0], [0.29, 0.28, 0.17, 0.13, 0], [0.71, 0.26, 0.17, 0.13, 1], [0.2, 0.42, 0.14, 0.1, 0], [0.81, 0.41, 0.15, 0.1, 1], [0.5, 0.33, 0.2, 0.14, 1], [0.36, 0.46, 0.15, 0.09, 1], [0.65, 0.47, 0.16, 0.09, 2]] as const;
    const greens = [['#5f8a3e', '#2f5430'], ['#47733a', '#22422b'], ['#345c33', '#193526']] as const;
    clumps.forEach(([x, y, rx, ry, shade], i) => {
      const [light, dark] = greens[shade];
      stage.region(`foliage ${i + 1}`, blob(billow(random, x, y, rx, ry, 9, 0.14)), { fill: down(y - ry, y + ry, light, dark), relief: 0.7, rim: 0.04, detail: 0.6, flow: (u, v) => Math.atan2(v - y, u - x) + 1.2 }, (ctx) => {
        dabs(ctx, random, { count: 110, box: [x - rx, y - ry, x + rx, y + ry * 1.1], length: 0.03, slender: 0.5, spread: 1.5, colours: [dark, '#1b3a24', '#27492c'], alpha: 0.7 });
        dabs(ctx, random, { count: 60, box: [x - rx, y - ry, x + rx * 0.5, y], length: 0.028, slender: 0.5, spread: 1.5, colours: [light, '#86a94a', '#a7bd5c'], alpha: 0.75 });
      });
    });
    stage.region('sheep', [[0.13, 0.86], [0.2, 0.875], [0.86, 0.9]].flatMap(([x = 0, y = 0]) => [ellipse(x, y, 0.028, 0.018), ellipse(x + 0.03, y - 0.01, 0.011, 0.009)]), { fill: '#fbf6e6', relief: 0.6, rim: 0.012, detail: 0.8 });
  },
};
