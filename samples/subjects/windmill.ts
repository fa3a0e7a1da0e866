import { blob, box, ellipse, ribbon, type Point, type Shape } from '../kit/shape';
import { billow, dabs, fill, stroke } from '../scene/marks';
import { across, down } from '../scene/stage';
import type { Subject } from './subject';

const HUB: Point = [0.7, 0.27];
const VANES = [0.62, 2.19, 3.76, 5.33];

const vane = (turn: number): Shape => {
  const along = (reach: number, aside: number): Point => [HUB[0] + Math.cos(turn) * reach - Math.sin(turn) * aside, HUB[1] + Math.sin(turn) * reach + Math.cos(turn) * aside];
  return [along(0.05, 0), along(0.05, 0.055), along(0.31, 0.06), along(0.31, 0)];
};

/** Harvest under a gathering storm: a dark mill, a slate sky, and all the light in the stubble. */
export const windmill: Subject = {
  id: 'windmill',
  name: 'Windmill and haystacks',
  aspect: 4 / 3,
  set(stage, random) {
    stage.region('sky', box(-1, -1, 3, 2), { fill: down(-0.1, 0.55, '#3b4a63', '#5a6c84', '#9ba7ac'), flow: (x, y) => -0.2 + Math.sin(x * 4 + y * 9) * 0.4, detail: 0.2 }, (ctx) => dabs(ctx, random, { count: 60, box: [-0.2, -0.1, 1.2, 0.5], length: 0.22, slender: 0.3, angle: -0.2, colours: ['#4a5a73', '#6f8093', '#33415a', '#808d9a'], alpha: 0.5 }));
    stage.region('thunderhead', blob([[-0.3, 0.22], [-0.05, 0.12], [0.1, 0.15], [0.22, 0.08], [0.36, 0.16], [0.44, 0.25], [0.3, 0.3], [0.1, 0.29], [-0.3, 0.34]]), { fill: down(0.08, 0.33, '#aeb6bd', '#5c6a7f'), relief: 0.5, detail: 0.25 });
    stage.region('far wood', blob([[-0.4, 0.5], [-0.1, 0.475], [0.1, 0.49], [0.25, 0.47], [0.45, 0.495], [0.8, 0.48], [1.1, 0.49], [1.4, 0.47], [1.4, 0.6], [-0.4, 0.6]]), { fill: '#47586a', relief: 0.4, rim: 0.015, flow: 0, detail: 0.3 });
    stage.region('stubble', box(-1, 0.535, 3, 1.2), { fill: down(0.53, 1.1, '#fae7a2', '#f2cd68', '#d9a23e'), flow: (x, y) => Math.atan2(y - 0.4, (x - 0.4) * 1.4) * 0.5, detail: 0.35 }, (ctx) => {
      for (let row = 0; row < 14; row++) {
        const y = 0.56 + row * row * 0.0035;
        stroke(ctx, [[-0.3, y + 0.01], [0.5, y - 0.004], [1.3, y + 0.012]], 0.003 + row * 0.0009, '#c98f36', 0.5);
      }
      dabs(ctx, random, { count: 300, box: [-0.3, 0.55, 1.3, 1.2], length: 0.045, slender: 0.16, angle: -1.3, spread: 0.4, colours: ['#fff2c0', '#dba945', '#f6d67a', '#b87f2f'], alpha: 0.6 });
    });
    stage.region('path', ribbon([[0.68, 0.56], [0.6, 0.64], [0.66, 0.76], [0.56, 0.9], [0.62, 1.2]], [0.02, 0.04, 0.07, 0.12, 0.24]), { fill: '#f8ecc9', flow: 1.5, detail: 0.3 });
    stage.glaze((ctx) => {
      fill(ctx, ellipse(0.36, 0.69, 0.15, 0.02), '#6a5a63', 0.8);
      fill(ctx, ellipse(0.22, 0.87, 0.24, 0.032), '#5d4d58', 0.8);
      fill(ctx, ellipse(0.88, 0.625, 0.16, 0.016), '#6a5a63', 0.8);
    }, 0.9, 0.008);
    const stack = (name: string, x: number, foot: number, size: number): void => {
      stage.region(name, blob([[x - size, foot], [x - size * 1.04, foot - size * 0.6], [x - size * 0.6, foot - size * 1.15], [x, foot - size * 1.6], [x + size * 0.6, foot - size * 1.15], [x + size * 1.04, foot - size * 0.6], [x + size, foot], [x, foot + size * 0.1]], 6), { fill: across(x - size, x + size, '#e9b257', '#b06f3a', '#69443c'), relief: 0.6, rim: 0.04, detail: 0.6, flow: (u) => 1.57 + (u - x) * 4 }, (ctx) => dabs(ctx, random, { count: 120, box: [x - size, foot - size * 1.6, x + size, foot], length: size * 0.4, slender: 0.1, angle: 1.5, spread: 0.35, colours: ['#f3cd7e', '#8c5536', '#d99c4c', '#5e3d38'], alpha: 0.6 }));
    };
    stack('far stack', 0.3, 0.685, 0.085);
    stack('near stack', 0.14, 0.865, 0.145);
    stage.region('mill', blob([[0.635, 0.26], [0.765, 0.26], [0.785, 0.4], [0.82, 0.6], [0.7, 0.62], [0.58, 0.6], [0.615, 0.4]], 6), { fill: across(0.58, 0.82, '#7a5a48', '#4a3632', '#2d2226'), relief: 0.5, rim: 0.04, flow: 1.57, detail: 0.6 }, (ctx) => dabs(ctx, random, { count: 80, box: [0.57, 0.26, 0.83, 0.62], length: 0.05, slender: 0.25, angle: 0.05, spread: 0.05, colours: ['#8a6a55', '#2a1f22', '#5d463c'], alpha: 0.6 }));
    stage.region('cap', blob([[0.62, 0.275], [0.64, 0.2], [0.7, 0.165], [0.765, 0.2], [0.785, 0.275], [0.7, 0.285]], 6), { fill: across(0.62, 0.78, '#5f4638', '#221a1e'), relief: 0.5, rim: 0.03, flow: 0.1, detail: 0.7 });
    stage.region('mill door', box(0.685, 0.53, 0.035, 0.078), { fill: '#18121a', flow: 1.57, detail: 0.8 });
    stage.region('mill windows', [box(0.67, 0.37, 0.02, 0.026), box(0.72, 0.45, 0.02, 0.026)], { fill: '#e6c987', detail: 0.8 });
    stage.region('vanes', VANES.map(vane), { fill: '#eadcc0', flow: 0.62, detail: 0.7 }, (ctx) => {
      for (const turn of VANES) for (let i = 1; i < 7; i++) stroke(ctx, [[HUB[0] + Math.cos(turn) * (0.05 + i * 0.037), HUB[1] + Math.sin(turn) * (0.05 + i * 0.037)], [HUB[0] + Math.cos(turn) * (0.05 + i * 0.037) - Math.sin(turn) * 0.08, HUB[1] + Math.sin(turn) * (0.05 + i * 0.037) + Math.cos(turn) * 0.08]], 0.004, '#6b4f3f', 0.9);
    });
    for (const turn of VANES) stage.line([HUB, [HUB[0] + Math.cos(turn) * 0.325, HUB[1] + Math.sin(turn) * 0.325]], 0.012, '#33242a');
    stage.region('hedge', blob(billow(random, 0.95, 0.6, 0.12, 0.04, 8, 0.2)), { fill: '#5d6a3c', relief: 0.6, rim: 0.02, detail: 0.5 });
    stage.region('harvesters', [[0.46, 0.74], [0.5, 0.75]].flatMap(([x = 0, y = 0]) => [blob([[x - 0.012, y - 0.07], [x + 0.012, y - 0.07], [x + 0.02, y], [x - 0.02, y]], 4), ellipse(x, y - 0.085, 0.011, 0.013)]), { fill: down(0.66, 0.75, '#e9e2d2', '#38507a'), flow: 1.57, detail: 0.9 });
    stage.region('crows', [[0.26, 0.4], [0.34, 0.36], [0.42, 0.42], [0.16, 0.43]].map(([x = 0, y = 0]): Shape => [[x - 0.025, y - 0.012], [x, y], [x + 0.025, y - 0.014], [x + 0.003, y + 0.01]]), { fill: '#1d1d28', flow: 0, detail: 0.7 });
  },
};
