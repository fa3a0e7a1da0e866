import { fromLab, rgb, toLab, type Lab, type Rgb } from './colour';

/** What a painter has on the table. */
export class Palette {
  readonly pigments: readonly Rgb[];
  private readonly labs: readonly Lab[];

  /**
   * @param valueWeight how much more lightness counts than hue when a colour is matched. A high weight keeps the
   *   subject's lights and darks where they are, however wild the hues: it is what makes a fauve's sea read as a sea.
   */
  constructor(
    hexes: readonly string[],
    private readonly valueWeight = 2,
  ) {
    this.pigments = hexes.map(rgb);
    this.labs = this.pigments.map(toLab);
  }

  nearestIndex([L, a, b]: Lab): number {
    let best = 0;
    let least = Infinity;
    for (let i = 0; i < this.labs.length; i++) {
      const lab = this.labs[i];
      if (!lab) continue;
      const dl = (L - lab[0]) * this.valueWeight;
      const da = a - lab[1];
      const db = b - lab[2];
      const d = dl * dl + 4 * (da * da + db * db);
      if (d < least) {
        least = d;
        best = i;
      }
    }
    return best;
  }

  pigment(index: number): Rgb {
    return this.pigments[index] ?? [0, 0, 0];
  }

  nearest(colour: Rgb): Rgb {
    return this.pigment(this.nearestIndex(toLab(colour)));
  }

  /** The colour drawn towards its nearest pigment: 0 leaves it, 1 replaces it. */
  towards(colour: Rgb, amount: number): Rgb {
    const lab = toLab(colour);
    const near = this.labs[this.nearestIndex(lab)] ?? lab;
    const move = (i: 0 | 1 | 2): number => lab[i] + (near[i] - lab[i]) * amount;
    return fromLab([move(0), move(1), move(2)]);
  }
}
