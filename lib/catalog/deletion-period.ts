/** How many days a deleted work can be restored. */
export const restorableDays = 30;

const dayMs = 24 * 60 * 60 * 1000;

/** When a work that was deleted then is deleted for good. */
export function deletedForGoodAt(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + restorableDays * dayMs);
}

/** What was deleted before this can no longer be restored. */
export function restorableSince(now: Date): Date {
  return new Date(now.getTime() - restorableDays * dayMs);
}

/** Whole days, rounded up, for which a work can still be restored; at least 0. */
export function daysLeft(deletedAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((deletedForGoodAt(deletedAt).getTime() - now.getTime()) / dayMs));
}
