import { blob, box, ellipse, type Point, type Shape } from '../kit/shape';
import { dabs, fill } from '../scene/marks';
import { down } from '../scene/stage';
import type { Subject } from './subject';

const MOON: Point = [0.72, 0.23];
const STARS: readonly (readonly [number, number, number])[] = [[0.12, 0.12, 0.014], [0.3, 0.2, 0.018], [0.22, 0.36, 0.012], [0.45, 0.1, 0.013], [0.5, 0.3, 0.015], [0.06, 0.3, 0.012], [0.92, 0.1, 0.012], [0.95, 0.42, 0.013], [0.38, 0.44, 0.01], [-0.08, 0.18, 0.013], [1.08, 0.24, 0.013], [0.6, 0.46, 0.01], [0.2, 0.03, 0.01], [0.58, 0.05, 0.009]];

/** Moonrise over a sleeping village by a river: everything dark but the moon, its road on the water, a few panes. */
export const night: Subject = {
  id: 'night',
  name: 'Night sky',
  aspect: 5 / 4,
  set(stage, random) {
    stage.region('sky', box(-1, -1, 3, 2), { fill: down(-0.1, 0.66, '#0b1638', '#142852', '#28466f'), flow: (x, y) => Math.atan2(y - MOON[1], x - MOON[0]) + Math.PI / 2, detail: 0.25 }, (ctx) => {
      for (let i = 0; i < 260; i++) {
        const angle = random.range(0, 6.283);
        const reach = 0.13 + random.next() * 0.75;
        const x = MOON[0] + Math.cos(angle) * reach;
        const y = MOON[1] + Math.sin(angle) * reach;
        dabs(ctx, random, { count: 1, box: [x, y, x, y], length: 0.12, slender: 0.12, angle: angle + 1.57, colours: reach < 0.26 ? ['#4a6f96', '#35588a'] : ['#1b3264', '#0c1940', '#233f73', '#0a1533'], alpha: 0.55 });
      }
    });
    stage.glaze((ctx) => {
      fill(ctx, ellipse(MOON[0], MOON[1], 0.17), '#5f84a4', 0.75);
      fill(ctx, ellipse(MOON[0], MOON[1], 0.125), '#c9c592', 0.7);
    }, 0.9, 0.03);
    stage.region('moon', ellipse(MOON[0], MOON[1], 0.095), { fill: '#fdf3c8', relief: 0.2, detail: 0.7 }, (ctx) => dabs(ctx, random, { count: 9, box: [0.66, 0.17, 0.79, 0.29], length: 0.045, slender: 0.7, colours: ['#f3e2a2', '#fffbe6'], alpha: 0.7 }));
    stage.glaze((ctx) => STARS.forEach(([x, y, r]) => fill(ctx, ellipse(x, y, r * 2), '#7f9dc0', 0.7)), 0.8, 0.008);
    stage.region('stars', STARS.map(([x, y, r]) => ellipse(x, y, r)), { fill: '#fdf2c0', detail: 0.6 });
    stage.region('far hills', blob([[-0.4, 0.62], [-0.1, 0.56], [0.15, 0.6], [0.4, 0.57], [0.62, 0.62], [0.85, 0.58], [1.1, 0.6], [1.4, 0.56], [1.4, 0.8], [-0.4, 0.8]]), { fill: down(0.55, 0.72, '#1d3557', '#13233f'), relief: 0.4, rim: 0.02, flow: 0.15, detail: 0.3 });
    stage.region('river', box(-1, 0.72, 3, 1), { fill: down(0.72, 1.1, '#22426c', '#122549', '#0a1530'), flow: (x, y) => Math.sin(x * 8 + y * 30) * 0.08, detail: 0.35 }, (ctx) => {
      dabs(ctx, random, { count: 160, box: [-0.3, 0.73, 1.3, 1.2], length: 0.11, slender: 0.08, spread: 0.03, colours: ['#2b5180', '#0c1a3a', '#1a3561', '#3a638c'], alpha: 0.55 });
      for (let i = 0; i < 60; i++) {
        const depth = random.next();
        const x = 0.72 + random.normal() * (0.015 + depth * 0.035);
        dabs(ctx, random, { count: 1, box: [x, 0.735 + depth * 0.25, x, 0.735 + depth * 0.25], length: 0.05 + depth * 0.05, slender: 0.15, spread: 0.03, colours: ['#fbeeb4', '#d9d0a0', '#fff7d6'], alpha: 0.85 });
      }
    });
    const houses: readonly (readonly [number, number, number, number])[] = [[0.04, 0.63, 0.09, 0.1], [0.145, 0.645, 0.07, 0.085], [0.25, 0.64, 0.1, 0.09], [0.37, 0.655, 0.08, 0.075], [0.47, 0.66, 0.06, 0.07], [-0.1, 0.64, 0.1, 0.09], [0.9, 0.65, 0.08, 0.08], [1, 0.64, 0.1, 0.09]];
    stage.region('houses', houses.map(([x, y, w, h]): Shape => box(x, y, w, h)), { fill: '#182440', flow: 1.57, detail: 0.6 });
    stage.region('roofs', houses.map(([x, y, w]): Shape => [[x - 0.01, y + 0.005], [x + w * 0.2, y - 0.045], [x + w * 0.8, y - 0.045], [x + w + 0.01, y + 0.005]]), { fill: '#314868', flow: 0.1, detail: 0.6 });
    stage.region('steeple', [box(0.2, 0.56, 0.042, 0.16), [[0.193, 0.565], [0.221, 0.42], [0.249, 0.565]]], { fill: '#101a33', flow: 1.57, detail: 0.6 });
    stage.region('lit windows', houses.flatMap(([x, y, w], i): Shape[] => [box(x + w * 0.2, y + 0.03, 0.016, 0.022), ...(i % 2 ? [] : [box(x + w * 0.62, y + 0.035, 0.016, 0.022)])]), { fill: '#f7b84a', detail: 0.9 });
    stage.glaze((ctx) => houses.forEach(([x, , w]) => dabs(ctx, random, { count: 3, box: [x + w * 0.25, 0.74, x + w * 0.4, 0.8], length: 0.03, slender: 0.2, spread: 0.03, colours: ['#e0a048'], alpha: 0.7 })), 0.9);
    stage.region('bank', blob([[-0.4, 0.86], [-0.1, 0.84], [0.1, 0.89], [0.3, 0.945], [0.5, 0.975], [0.8, 0.99], [1.4, 0.98], [1.4, 1.4], [-0.4, 1.4]]), { fill: down(0.84, 1.05, '#15262e', '#070d16'), relief: 0.4, rim: 0.03, flow: 0.2, detail: 0.4 }, (ctx) => dabs(ctx, random, { count: 160, box: [-0.3, 0.86, 1.3, 1.2], length: 0.035, slender: 0.2, angle: -1.3, spread: 0.3, colours: ['#1f3a3c', '#060a12', '#2b4a4c'], alpha: 0.7 }));
    stage.region('cypress', blob([[0.05, 0.98], [-0.02, 0.86], [-0.01, 0.7], [0.025, 0.54], [0.05, 0.4], [0.075, 0.5], [0.11, 0.64], [0.13, 0.8], [0.12, 0.95]]), { fill: down(0.4, 0.98, '#122b2b', '#060e15'), relief: 0.5, rim: 0.03, flow: (x) => 1.57 + (x - 0.05) * 4, detail: 0.5 }, (ctx) => dabs(ctx, random, { count: 60, box: [-0.03, 0.42, 0.14, 0.98], length: 0.07, slender: 0.2, angle: 1.5, colours: ['#1f4340', '#050b10'], alpha: 0.7 }));
    stage.region('rowing boat', blob([[0.5, 0.855], [0.56, 0.87], [0.64, 0.87], [0.69, 0.855], [0.67, 0.885], [0.62, 0.895], [0.55, 0.895]], 4), { fill: '#0a0f1d', flow: 0, detail: 0.8 });
  },
};
