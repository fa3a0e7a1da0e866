import { cubist } from './cubist';
import { deStijl } from './de-stijl';
import { fauve } from './fauve';
import { impasto } from './impasto';
import { impressionist } from './impressionist';
import { inkWash } from './ink-wash';
import type { Painter } from './painter';
import { pointillist } from './pointillist';
import { stainedGlass } from './stained-glass';
import { suprematist } from './suprematist';
import { ukiyoe } from './ukiyoe';
import { watercolour } from './watercolour';
import { woodcut } from './woodcut';

/** All painters of the sample collection. */
export const painters: readonly Painter[] = [
  impressionist,
  pointillist,
  impasto,
  ukiyoe,
  inkWash,
  cubist,
  deStijl,
  watercolour,
  woodcut,
  stainedGlass,
  fauve,
  suprematist,
];
