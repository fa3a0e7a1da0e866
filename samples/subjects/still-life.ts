import { blob, box, ellipse, ribbon, type Shape } from '../kit/shape';
import { dabs, fill, stroke } from '../scene/marks';
import { across, down } from '../scene/stage';
import type { Subject } from './subject';

/** Jug, bowl and fruit: a light wall over a dark table, a white cloth falling from it on the left. */
export const stillLife: Subject = {
  id: 'still-life',
  name: 'Still life',
  aspect: 5 / 4,
  set(stage, random) {
    stage.region('wall', box(-1, -1, 3, 2), { fill: across(-0.1, 1.1, '#f0dfb4', '#e4cf9f', '#b9a37c'), flow: (x, y) => 0.9 + Math.sin(x * 3 + y * 4) * 0.3, detail: 0.1 }, (ctx) => dabs(ctx, random, { count: 70, box: [-0.2, -0.2, 1.2, 0.6], length: 0.16, slender: 0.4, angle: 0.9, colours: ['#f4e6c2', '#d9c496', '#e6d3a8', '#cdbb93'], alpha: 0.35 }));
    stage.glaze((ctx) => fill(ctx, [[0.3, 0.2], [0.62, 0.12], [0.98, 0.34], [1.02, 0.6], [0.3, 0.6]], '#8f7a68', 0.55), 0.8, 0.03);
    stage.region('table', box(-1, 0.56, 3, 1), { fill: down(0.56, 1.1, '#5c3322', '#3d2018', '#24120f'), flow: (x, y) => Math.sin(x * 5 + y * 16) * 0.08, detail: 0.25 }, (ctx) => dabs(ctx, random, { count: 90, box: [-0.2, 0.57, 1.2, 1.2], length: 0.3, slender: 0.03, spread: 0.03, colours: ['#743f28', '#2b1611', '#4d2a1d'], alpha: 0.6 }));
    stage.region('cloth', blob([[-0.4, 0.63], [0.02, 0.61], [0.3, 0.6], [0.5, 0.62], [0.46, 0.72], [0.5, 0.83], [0.36, 0.87], [0.24, 0.97], [0.12, 0.93], [0, 1.05], [-0.4, 1.1]]), { fill: across(-0.1, 0.5, '#fbf5e6', '#efe8d8'), relief: 0.5, rim: 0.03, flow: (x, y) => 1.2 - y + x, detail: 0.5 }, (ctx) => {
      for (const [x, y, tilt] of [[0.02, 0.7, 0.09], [0.14, 0.76, 0.05], [0.24, 0.72, 0.02], [0.34, 0.7, 0.07], [-0.1, 0.76, 0.1], [0.42, 0.66, 0.02]] as const) fill(ctx, ribbon([[x, y], [x + tilt, y + 0.12], [x + tilt * 0.6, y + 0.26]], [0.004, 0.03, 0.006]), '#a9b3c4', 0.8);
    });
    stage.glaze((ctx) => {
      for (const [x, y, rx, ry] of [[0.3, 0.7, 0.17, 0.03], [0.67, 0.72, 0.27, 0.04], [0.44, 0.82, 0.09, 0.02], [0.82, 0.87, 0.1, 0.024]] as const) fill(ctx, ellipse(x + 0.04, y, rx, ry), '#2a1a20', 0.75);
    }, 0.8, 0.012);
    stage.region('jug', blob([[0.17, 0.19], [0.31, 0.19], [0.3, 0.26], [0.36, 0.34], [0.4, 0.48], [0.37, 0.62], [0.31, 0.7], [0.18, 0.7], [0.11, 0.62], [0.085, 0.48], [0.13, 0.34], [0.18, 0.26]]), { fill: across(0.08, 0.4, '#5a8fb0', '#2f6288', '#173a5a'), relief: 0.9, rim: 0.06, detail: 0.8 }, (ctx) => {
      stroke(ctx, [[0.08, 0.44], [0.24, 0.475], [0.42, 0.44]], 0.02, '#e8dfc4', 0.85);
      stroke(ctx, [[0.1, 0.56], [0.24, 0.6], [0.42, 0.56]], 0.01, '#e8dfc4', 0.6);
      fill(ctx, ellipse(0.17, 0.4, 0.018, 0.07, 0.2), '#eaf4f4', 0.9);
    });
    stage.region('handle', ribbon([[0.32, 0.25], [0.44, 0.27], [0.45, 0.4], [0.385, 0.5]], [0.03, 0.034, 0.026]), { fill: '#24506f', relief: 0.5, rim: 0.02, detail: 0.8 });
    stage.region('jug mouth', ellipse(0.24, 0.195, 0.072, 0.02), { fill: '#13283c', flow: 0, detail: 0.8 });
    const grapes = [[0.86, 0.51], [0.9, 0.54], [0.87, 0.575], [0.92, 0.6], [0.83, 0.545], [0.95, 0.57], [0.885, 0.625], [0.93, 0.65]] as const;
    const fruit = (name: string, shape: Shape, from: string, to: string): void => stage.region(name, shape, { fill: down(0.35, 0.8, from, to), relief: 0.95, rim: 0.04, detail: 0.85 });
    fruit('orange behind', ellipse(0.6, 0.46, 0.085), '#f7a63a', '#cf6a1c');
    fruit('apple', ellipse(0.74, 0.45, 0.085, 0.08), '#d8402f', '#8e1f24');
    fruit('pear', blob([[0.655, 0.3], [0.685, 0.3], [0.7, 0.38], [0.75, 0.45], [0.73, 0.54], [0.66, 0.56], [0.6, 0.52], [0.61, 0.44], [0.645, 0.38]]), '#dccb57', '#9a8f2d');
    stage.line([[0.67, 0.305], [0.665, 0.27], [0.685, 0.245]], 0.009, '#4b3120');
    stage.region('bowl', blob([[0.45, 0.5], [0.6, 0.535], [0.76, 0.535], [0.9, 0.5], [0.87, 0.61], [0.78, 0.69], [0.74, 0.725], [0.61, 0.725], [0.57, 0.69], [0.48, 0.61]]), { fill: across(0.45, 0.9, '#f2ead8', '#cfc5b4', '#8d8377'), relief: 0.7, rim: 0.05, detail: 0.75 }, (ctx) => stroke(ctx, [[0.45, 0.545], [0.6, 0.585], [0.76, 0.585], [0.9, 0.545]], 0.014, '#3f6c8d', 0.9));
    stage.region('grapes', grapes.map(([x, y]) => ellipse(x, y, 0.03)), { fill: '#5b3a6b', relief: 0.9, rim: 0.018, detail: 0.9 });
    fruit('lemon', blob([[0.34, 0.79], [0.37, 0.755], [0.44, 0.74], [0.51, 0.765], [0.54, 0.79], [0.5, 0.825], [0.43, 0.84], [0.37, 0.82]]), '#fbe25a', '#d1a423');
    fruit('fallen apple', ellipse(0.8, 0.82, 0.08, 0.075), '#c7d05a', '#a63a2a');
    stage.line([[0.8, 0.76], [0.805, 0.73], [0.82, 0.715]], 0.008, '#3d281c');
    stage.region('knife', [[0.5, 0.93], [0.7, 0.9], [0.715, 0.912], [0.52, 0.95]], { fill: '#d5dadb', flow: -0.15, detail: 0.8 });
    stage.region('knife handle', ribbon([[0.7, 0.905], [0.84, 0.886]], [0.026, 0.03]), { fill: '#1a1110', flow: -0.15, detail: 0.8 });
  },
};
