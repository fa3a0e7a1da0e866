import type { Random } from '../kit/random';
import type { Stage } from '../scene/stage';

/** One motif, set up once and painted by everybody. */
export interface Subject {
  readonly id: string;
  /** As the catalogue names it. */
  readonly name: string;
  /** Width over height that suits it. */
  readonly aspect: number;
  readonly set: (stage: Stage, random: Random) => void;
}
