import { type ArrivalCounts } from '@/lib/catalog/arrivals';
import { counted } from '@/lib/platform/counted';

/** "added 3 works, updated 1, left 2 unchanged, refused 1 row". @param unit what is refused: a row or a record */
export function arrivalsText({ added, updated, unchanged, refused }: ArrivalCounts, unit: string): string {
  return `added ${counted(added, 'work')}, updated ${updated}, left ${unchanged} unchanged, refused ${counted(refused, unit)}`;
}

/** The same of a dry run: "would add 3 works, update 1, leave 2 unchanged and refuse 1 row" */
export function intendedText({ added, updated, unchanged, refused }: ArrivalCounts, unit: string): string {
  return `would add ${counted(added, 'work')}, update ${updated}, leave ${unchanged} unchanged and refuse ${counted(refused, unit)}`;
}
