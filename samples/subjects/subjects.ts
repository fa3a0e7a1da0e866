import { bridge } from './bridge';
import { cat } from './cat';
import { flowers } from './flowers';
import { mountain } from './mountain';
import { night } from './night';
import { portrait } from './portrait';
import { sea } from './sea';
import { stillLife } from './still-life';
import { street } from './street';
import type { Subject } from './subject';
import { tree } from './tree';
import { waterfall } from './waterfall';
import { windmill } from './windmill';

/** Every motif, in the catalogue's order. Each has its own pattern of light and dark, so that content can tell them apart. */
export const subjects: readonly Subject[] = [sea, mountain, stillLife, portrait, street, tree, night, bridge, flowers, cat, windmill, waterfall];
