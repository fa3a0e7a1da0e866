import { blob, box, ellipse, type Point, type Shape } from '../kit/shape';
import { billow, dabs, fill } from '../scene/marks';
import { across, down } from '../scene/stage';
import type { Subject } from './subject';

const ARCHES: readonly (readonly [number, number])[] = [[-0.06, 0.15], [0.31, 0.16], [0.7, 0.16], [1.08, 0.15]];
const WATER = 0.66;

const opening = ([x, reach]: readonly [number, number], foot: number, rise: number): Shape => {
  const round = Array.from({ length: 21 }, (_, i): Point => [x - Math.cos((i / 20) * Math.PI) * reach, foot - Math.sin((i / 20) * Math.PI) * rise]);
  return round;
};

/** An old stone bridge in the last sun, a bright band between a slate sky and dark water, doubled by its reflection. */
export const bridge: Subject = {
  id: 'bridge',
  name: 'Bridge',
  aspect: 4 / 3,
  set(stage, random) {
    stage.region('sky', box(-1, -1, 3, 2), { fill: down(-0.1, 0.5, '#3f6076', '#5f8490', '#9cb3a8'), flow: (x, y) => Math.sin(x * 4 + y * 6) * 0.25, detail: 0.1 }, (ctx) => dabs(ctx, random, { count: 50, box: [-0.2, -0.1, 1.2, 0.34], length: 0.24, slender: 0.2, colours: ['#52758a', '#7b9aa0', '#46677c', '#93a9a4'], alpha: 0.45 }));
    stage.region('far town', [[-0.4, 0.66], [-0.4, 0.33], [-0.1, 0.33], [-0.05, 0.3], [0.02, 0.34], [0.1, 0.34], [0.13, 0.29], [0.17, 0.34], [0.5, 0.35], [0.55, 0.31], [0.61, 0.31], [0.64, 0.35], [0.9, 0.34], [0.95, 0.3], [1, 0.34], [1.4, 0.33], [1.4, 0.66]], { fill: down(0.3, 0.62, '#4f6a74', '#3b5560'), flow: 1.57, detail: 0.35 });
    stage.region('spire', [[0.8, 0.36], [0.8, 0.24], [0.825, 0.12], [0.85, 0.24], [0.85, 0.36]], { fill: across(0.79, 0.86, '#5d7480', '#46606e'), flow: 1.57, detail: 0.5 });
    stage.region('water', box(-1, WATER - 0.04, 3, 1), { fill: down(0.62, 1.1, '#3b5f68', '#23464f', '#122b34'), flow: (x, y) => Math.sin(x * 7 + y * 33) * 0.07, detail: 0.3 }, (ctx) => {
      fill(ctx, box(-1, 0.655, 3, 0.2), '#c9b083', 0.8);
      for (const arch of ARCHES) fill(ctx, opening(arch, 0, 0.155).map(([x, y]): Point => [x, 0.655 - y]), '#24454f', 0.95);
      dabs(ctx, random, { count: 260, box: [-0.3, 0.67, 1.3, 1.2], length: 0.11, slender: 0.07, spread: 0.02, colours: ['#2a4d57', '#d9c08f', '#1a3640', '#4f7680', '#143039'], alpha: 0.55 });
    });
    const deck: Point[] = [[-0.5, 0.42], [0, 0.385], [0.5, 0.365], [1, 0.385], [1.5, 0.42]];
    const walls: Point[] = [[1.5, WATER]];
    for (const arch of [...ARCHES].reverse()) walls.push(...[...opening(arch, WATER, 0.185)].reverse());
    stage.region('bridge', [...deck, ...walls, [-0.5, WATER]], { fill: down(0.36, WATER, '#fbe9bd', '#ecd19b', '#cfa873'), relief: 0.45, rim: 0.02, flow: 0.03, detail: 0.6 }, (ctx) => {
      dabs(ctx, random, { count: 320, box: [-0.3, 0.37, 1.3, WATER], length: 0.045, slender: 0.4, spread: 0.04, colours: ['#fff3d2', '#d9b882', '#e9cf9f', '#c49e6c'], alpha: 0.6 });
    });
    stage.region('soffits', ARCHES.map((arch): Shape => [...opening(arch, WATER, 0.185), ...[...opening([arch[0] + 0.022, arch[1] - 0.022], WATER, 0.165)].reverse()]), { fill: '#5a4a44', flow: 1.2, detail: 0.6 });
    stage.region('voussoirs', ARCHES.map((arch): Shape => [...opening([arch[0], arch[1] + 0.018], WATER, 0.205), ...[...opening(arch, WATER, 0.185)].reverse()]), { fill: '#fdf0cd', flow: 0.4, detail: 0.6 });
    stage.region('parapet', [[-0.5, 0.385], [0, 0.35], [0.5, 0.33], [1, 0.35], [1.5, 0.385], [1.5, 0.42], [1, 0.387], [0.5, 0.367], [0, 0.387], [-0.5, 0.42]], { fill: '#fff2cf', flow: 0, detail: 0.5 });
    stage.region('piers', [0.125, 0.505, 0.885].map((x): Shape => [[x - 0.035, 0.5], [x, 0.46], [x + 0.035, 0.5], [x + 0.05, 0.69], [x - 0.05, 0.69]]), { fill: across(0, 1, '#f6e2b4', '#d3ac78'), relief: 0.5, rim: 0.02, flow: 1.57, detail: 0.6 });
    stage.region('people', [[0.2, 0.075], [0.235, 0.08], [0.46, 0.07], [0.62, 0.085], [0.78, 0.07]].flatMap(([x = 0, h = 0]) => [ellipse(x, 0.35 - Math.abs(x - 0.5) * -0.04 - h * 0.25, 0.012, h * 0.45), ellipse(x, 0.345 - h * 0.85, 0.009, 0.011)]), { fill: '#2b2836', flow: 1.57, detail: 0.8 });
    stage.region('cart', [[0.315, 0.345], [0.32, 0.3], [0.41, 0.295], [0.415, 0.34]], { fill: '#8a4a34', flow: 0, detail: 0.8 });
    stage.region('bank trees', [blob(billow(random, -0.1, 0.4, 0.16, 0.2)), blob(billow(random, 1.12, 0.42, 0.14, 0.17))], { fill: down(0.2, 0.6, '#5c6b3f', '#2f3d2c'), relief: 0.6, detail: 0.5 }, (ctx) => dabs(ctx, random, { count: 200, box: [-0.3, 0.2, 1.3, 0.65], length: 0.03, slender: 0.5, spread: 1.5, colours: ['#7d8a4a', '#25321f', '#47572f'], alpha: 0.7 }));
    stage.region('barge', blob([[0.3, 0.855], [0.36, 0.875], [0.6, 0.875], [0.7, 0.85], [0.67, 0.91], [0.6, 0.935], [0.4, 0.935], [0.33, 0.91]], 4), { fill: down(0.85, 0.93, '#4a3a3c', '#201a22'), relief: 0.4, rim: 0.02, flow: 0, detail: 0.8 });
    stage.region('cabin', blob([[0.5, 0.875], [0.5, 0.83], [0.53, 0.815], [0.6, 0.815], [0.625, 0.83], [0.625, 0.87]], 4), { fill: '#a8512f', relief: 0.4, rim: 0.02, flow: 0, detail: 0.8 });
    stage.region('boatman', [ellipse(0.4, 0.825, 0.015, 0.045), ellipse(0.402, 0.77, 0.012)], { fill: '#e8e0d0', flow: 1.57, detail: 0.9 });
    stage.line([[0.43, 0.72], [0.37, 0.95]], 0.005, '#3a2c22');
    stage.glaze((ctx) => fill(ctx, ellipse(0.5, 0.95, 0.2, 0.014), '#39353f', 0.7), 0.9, 0.006);
  },
};
