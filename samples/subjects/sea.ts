import { blob, box, ellipse, ribbon, type Point } from '../kit/shape';
import { dabs, fill, stroke } from '../scene/marks';
import { down } from '../scene/stage';
import type { Subject } from './subject';

/** A lugger running before the wind: tan sails on a bright sky, over a dark sea. */
export const sea: Subject = {
  id: 'sea',
  name: 'Sea with boat',
  aspect: 4 / 3,
  set(stage, random) {
    stage.region('sky', box(-1, -1, 3, 1.6), { fill: down(-0.1, 0.56, '#a9cbe0', '#d9e2dc', '#f9dfae'), flow: (x, y) => Math.sin(x * 4 + y * 7) * 0.3, detail: 0.1 }, (ctx) => {
      dabs(ctx, random, { count: 40, box: [-0.2, 0.02, 1.2, 0.2], length: 0.22, slender: 0.22, colours: ['#e6eeee', '#f4ead6', '#bcd5e2'], alpha: 0.5 });
      dabs(ctx, random, { count: 26, box: [-0.2, 0.36, 1.2, 0.54], length: 0.3, slender: 0.1, colours: ['#f6dfb4', '#e6b98f', '#b9b4bd'], alpha: 0.5 });
    });
    stage.region('cloud', blob([[0.62, 0.2], [0.72, 0.1], [0.85, 0.13], [0.98, 0.06], [1.2, 0.1], [1.3, 0.24], [1, 0.29], [0.8, 0.27]]), { fill: down(0.05, 0.3, '#f5ead6', '#c9b3b4'), relief: 0.4, detail: 0.2 });
    stage.region('headland', blob([[-0.4, 0.42], [-0.1, 0.36], [0.06, 0.38], [0.16, 0.45], [0.28, 0.5], [0.36, 0.56], [0.1, 0.62], [-0.4, 0.62]]), { fill: down(0.36, 0.56, '#5d6f94', '#47587c'), relief: 0.4, flow: 0.5, detail: 0.35 });
    stage.region('sea', box(-1, 0.55, 3, 1), { fill: down(0.55, 1.1, '#2a6280', '#173f5e', '#0b2338'), flow: (x, y) => Math.sin(x * 9 + y * 23) * 0.22, detail: 0.35 }, (ctx) => {
      for (let row = 0; row < 26; row++) {
        const y = 0.57 + row * row * 0.00085 + row * 0.002;
        dabs(ctx, random, { count: 16, box: [-0.3, y, 1.3, y + 0.02], length: 0.07 + row * 0.008, slender: 0.12, spread: 0.06, colours: ['#3f86a0', '#123c5e', '#0b2b49', '#2d708f', '#5b9fb0'], alpha: 0.75 });
      }
      for (let i = 0; i < 90; i++) {
        const depth = random.next();
        const x = 0.9 + random.normal() * (0.03 + depth * 0.06);
        dabs(ctx, random, { count: 1, box: [x, 0.56 + depth * 0.45, x, 0.56 + depth * 0.45], length: 0.03 + depth * 0.06, slender: 0.16, spread: 0.04, colours: ['#ffdf9e', '#f7c27c', '#ffeec8'], alpha: 0.85 });
      }
    });
    stage.glaze((ctx) => {
      fill(ctx, [[0.3, 0.74], [0.62, 0.74], [0.58, 0.86], [0.6, 0.94], [0.44, 1], [0.4, 0.9], [0.32, 0.84]], '#8a4a36', 0.6);
      dabs(ctx, random, { count: 30, box: [0.3, 0.76, 0.64, 1.02], length: 0.12, slender: 0.12, spread: 0.05, colours: ['#15405f', '#a3583c', '#0f3250'], alpha: 0.7 });
    }, 0.9);
    stage.region('far sail', [[0.08, 0.57], [0.125, 0.47], [0.14, 0.57]], { fill: '#f2e6cd', flow: -1.2, detail: 0.6 });
    stage.region('mainsail', blob([[0.435, 0.12], [0.5, 0.2], [0.6, 0.4], [0.66, 0.62], [0.56, 0.645], [0.44, 0.64], [0.43, 0.4]]), { fill: down(0.1, 0.65, '#d9773f', '#8f3a26'), relief: 0.35, rim: 0.08, flow: (x) => -1.5 + (x - 0.43) * 2.4, detail: 0.7 }, (ctx) => {
      fill(ctx, [[0.56, 0.3], [0.7, 0.62], [0.62, 0.66], [0.55, 0.5]], '#6b2a22', 0.6);
      for (let i = 1; i < 4; i++) stroke(ctx, [[0.42, 0.18 + i * 0.12], [0.7, 0.22 + i * 0.12]], 0.004, '#5a281f', 0.7);
    });
    stage.region('jib', blob([[0.4, 0.2], [0.41, 0.4], [0.41, 0.62], [0.32, 0.61], [0.24, 0.63], [0.34, 0.4]]), { fill: down(0.2, 0.62, '#c8603a', '#7a3024'), relief: 0.3, flow: -1.2, detail: 0.7 });
    stage.region('hull', blob([[0.22, 0.665], [0.34, 0.69], [0.5, 0.69], [0.66, 0.665], [0.7, 0.65], [0.66, 0.73], [0.57, 0.765], [0.36, 0.765], [0.27, 0.73]]), { fill: down(0.65, 0.77, '#7a3326', '#2c1a1d'), relief: 0.5, rim: 0.03, flow: 0.02, detail: 0.9 }, (ctx) => stroke(ctx, [[0.22, 0.675], [0.45, 0.702], [0.7, 0.665]], 0.012, '#e9c98e'));
    stage.region('crew', [ellipse(0.5, 0.655, 0.018, 0.03), ellipse(0.575, 0.65, 0.018, 0.032)], { fill: '#20283c', detail: 0.9 });
    stage.region('foam', blob([[0.19, 0.75], [0.3, 0.765], [0.45, 0.772], [0.66, 0.75], [0.78, 0.775], [0.6, 0.795], [0.4, 0.795], [0.24, 0.785]]), { fill: '#cfe3df', flow: 0, detail: 0.6 });
    stage.region('mast', ribbon([[0.42, 0.68], [0.422, 0.07]], [0.013, 0.008]), { fill: '#4a2d22', flow: Math.PI / 2, detail: 0.9 });
    stage.line([[0.42, 0.09], [0.23, 0.655]], 0.004, '#3a2a28');
    stage.line([[0.423, 0.09], [0.69, 0.65]], 0.004, '#3a2a28');
    const pennant: Point[] = [[0.423, 0.07], [0.5, 0.085], [0.425, 0.102]];
    stage.region('pennant', pennant, { fill: '#c23a2b', flow: 0.1, detail: 0.8 });
  },
};
