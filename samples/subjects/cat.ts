import { blob, box, ellipse, ribbon } from '../kit/shape';
import { billow, dabs, fill, stroke } from '../scene/marks';
import { across, down } from '../scene/stage';
import type { Subject } from './subject';

/** A black cat on a window sill, its back to a bright morning; a red curtain closes the right. */
export const cat: Subject = {
  id: 'cat',
  name: 'Cat',
  aspect: 1,
  set(stage, random) {
    stage.region('morning', box(-1, -1, 3, 2), { fill: down(-0.1, 0.78, '#cfe3ea', '#f3f0dd', '#fbe7b8'), flow: 0.2, detail: 0.1 }, (ctx) => dabs(ctx, random, { count: 30, box: [-0.1, -0.1, 0.8, 0.5], length: 0.2, slender: 0.4, colours: ['#fdfaef', '#dcebee'], alpha: 0.5 }));
    stage.region('garden', blob([[-0.3, 0.6], [-0.05, 0.53], [0.08, 0.57], [0.2, 0.54], [0.5, 0.6], [0.62, 0.54], [0.8, 0.58], [1.2, 0.5], [1.2, 0.9], [-0.3, 0.9]]), { fill: down(0.5, 0.8, '#c5d49a', '#a3bd7c'), relief: 0.3, rim: 0.03, detail: 0.3 }, (ctx) => dabs(ctx, random, { count: 120, box: [-0.1, 0.52, 1, 0.8], length: 0.04, slender: 0.5, spread: 1, colours: ['#dbe3ae', '#93b06c', '#f2e7b4', '#b6cc8b'], alpha: 0.6 }));
    stage.region('glazing bars', [box(0.595, -1, 0.028, 2), box(-1, 0.235, 3, 0.024)], { fill: '#d9cdb8', flow: 1.57, detail: 0.4 });
    stage.region('frame', box(-0.3, -0.3, 0.345, 1.2), { fill: across(-0.1, 0.045, '#b9a78c', '#e9dcc4'), flow: 1.57, detail: 0.4 });
    stage.region('sill', box(-1, 0.775, 3, 1), { fill: down(0.77, 1.1, '#d3b48a', '#a37c52', '#6e4c33'), flow: 0.01, detail: 0.35 }, (ctx) => {
      dabs(ctx, random, { count: 60, box: [-0.1, 0.78, 1.1, 1.1], length: 0.3, slender: 0.03, spread: 0.02, colours: ['#e3c79f', '#8f6a45', '#b58d60'], alpha: 0.6 });
      stroke(ctx, [[-1, 0.9], [2, 0.9]], 0.012, '#5a3d2a', 0.9);
    });
    stage.glaze((ctx) => fill(ctx, blob([[0.2, 0.83], [0.5, 0.82], [0.62, 0.86], [0.56, 0.95], [0.3, 0.96]]), '#3a2a26', 0.8), 0.85, 0.014);
    stage.region('pot', [[0.69, 0.66], [0.82, 0.66], [0.8, 0.83], [0.71, 0.83]], { fill: across(0.69, 0.82, '#d67a4a', '#8c4428'), relief: 0.4, rim: 0.03, flow: 1.57, detail: 0.6 });
    stage.region('geranium leaves', [blob(billow(random, 0.75, 0.57, 0.105, 0.1, 8, 0.2)), blob(billow(random, 0.7, 0.48, 0.06, 0.06, 7, 0.2))], { fill: down(0.44, 0.68, '#6f9450', '#35572f'), relief: 0.6, rim: 0.03, detail: 0.6 }, (ctx) => dabs(ctx, random, { count: 60, box: [0.63, 0.42, 0.86, 0.68], length: 0.035, slender: 0.6, spread: 1.5, colours: ['#89ab5e', '#27452a', '#557c40'], alpha: 0.8 }));
    stage.region('geraniums', [blob(billow(random, 0.7, 0.43, 0.045, 0.04, 6, 0.2)), blob(billow(random, 0.79, 0.47, 0.04, 0.036, 6, 0.2))], { fill: '#e2574c', relief: 0.5, rim: 0.02, detail: 0.8 });
    stage.region('tail', ribbon([[0.44, 0.85], [0.56, 0.87], [0.63, 0.92], [0.6, 1], [0.66, 1.06]], [0.07, 0.065, 0.06, 0.05, 0.03]), { fill: '#1b191e', relief: 0.7, rim: 0.02, detail: 0.7 });
    stage.region('body', blob([[0.33, 0.42], [0.42, 0.44], [0.49, 0.54], [0.53, 0.68], [0.53, 0.8], [0.5, 0.875], [0.36, 0.895], [0.23, 0.885], [0.17, 0.85], [0.18, 0.73], [0.2, 0.6], [0.24, 0.48]]), { fill: across(0.17, 0.53, '#37333a', '#1d1b20', '#121116'), relief: 0.8, rim: 0.05, detail: 0.6, flow: (x) => 1.57 + (x - 0.35) * 2.2 }, (ctx) => {
      dabs(ctx, random, { count: 170, box: [0.15, 0.42, 0.55, 0.9], length: 0.05, slender: 0.14, angle: 1.5, spread: 0.3, colours: ['#4a444c', '#0e0d11', '#2b272d', '#5d5560'], alpha: 0.5 });
      fill(ctx, blob([[0.26, 0.52], [0.34, 0.54], [0.36, 0.64], [0.32, 0.74], [0.26, 0.68], [0.24, 0.58]]), '#57505c', 0.55);
    });
    stage.region('haunch', blob([[0.42, 0.66], [0.5, 0.69], [0.545, 0.78], [0.53, 0.87], [0.44, 0.895], [0.39, 0.82], [0.385, 0.72]]), { fill: '#232026', relief: 0.8, rim: 0.04, detail: 0.6 });
    stage.region('paws', [ellipse(0.24, 0.885, 0.05, 0.026), ellipse(0.335, 0.893, 0.05, 0.026)], { fill: '#2b272d', relief: 0.7, rim: 0.018, detail: 0.7 });
    stage.region('ears', [[[0.2, 0.3], [0.195, 0.155], [0.29, 0.225]], [[0.34, 0.225], [0.43, 0.15], [0.44, 0.3]]], { fill: '#1c1a1f', detail: 0.8, flow: 1.2 });
    stage.region('inner ears', [[[0.217, 0.27], [0.213, 0.192], [0.262, 0.232]], [[0.37, 0.232], [0.417, 0.187], [0.42, 0.265]]], { fill: '#8f5d5c', detail: 0.8, flow: 1.2 });
    stage.region('head', blob([[0.25, 0.23], [0.32, 0.215], [0.39, 0.23], [0.445, 0.3], [0.45, 0.37], [0.4, 0.435], [0.32, 0.46], [0.24, 0.435], [0.19, 0.37], [0.195, 0.3]]), { fill: across(0.19, 0.45, '#3b363d', '#1b191e'), relief: 0.8, rim: 0.045, detail: 0.9, flow: (x, y) => Math.atan2(y - 0.36, x - 0.32) }, (ctx) => {
      fill(ctx, ellipse(0.32, 0.4, 0.055, 0.035), '#4e464d', 0.8);
      fill(ctx, [[0.31, 0.25], [0.33, 0.25], [0.335, 0.36], [0.305, 0.36]], '#474148', 0.6);
    });
    stage.region('eyes', [ellipse(0.265, 0.325, 0.031, 0.025, 0.15), ellipse(0.375, 0.325, 0.031, 0.025, -0.15)], { fill: down(0.3, 0.35, '#d9e06a', '#e9b53c'), detail: 1 });
    stage.region('pupils', [ellipse(0.268, 0.326, 0.009, 0.021), ellipse(0.372, 0.326, 0.009, 0.021)], { fill: '#0b0a0c', detail: 1 });
    stage.region('nose', [[0.305, 0.378], [0.335, 0.378], [0.32, 0.396]], { fill: '#c98a86', detail: 1 });
    stage.line([[0.29, 0.418], [0.308, 0.42], [0.32, 0.4], [0.332, 0.42], [0.35, 0.418]], 0.005, '#0b0a0c');
    for (const [side, rise] of [[-1, -0.03], [-1, 0.005], [1, -0.03], [1, 0.005]] as const) stage.line([[0.32 + side * 0.04, 0.402], [0.32 + side * 0.1, 0.402 + rise * 0.5], [0.32 + side * 0.18, 0.405 + rise]], 0.003, '#d8d2cc');
    stage.region('curtain', blob([[0.9, -0.3], [0.9, 0], [0.86, 0.2], [0.89, 0.45], [0.85, 0.7], [0.88, 1.3], [1.4, 1.3], [1.4, -0.3]]), { fill: across(0.84, 1.1, '#c34a3d', '#8a2a2c', '#b23f36'), relief: 0.4, flow: 1.57, detail: 0.4 }, (ctx) => {
      for (const x of [0.92, 0.975, 1.04]) fill(ctx, ribbon([[x, -0.2], [x + 0.01, 0.4], [x - 0.005, 1.2]], [0.012, 0.022, 0.02]), '#6d1e24', 0.75);
    });
    stage.region('bow', ribbon([[0.275, 0.452], [0.32, 0.466], [0.375, 0.45]], [0.022, 0.026, 0.022]), { fill: '#c9423a', flow: 0, detail: 0.8 });
  },
};
