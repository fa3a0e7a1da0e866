/** Which of two rows of equal score comes first, as in Array.sort: negative for `a`. */
export type TieOrder = (a: number, b: number) => number;

/**
 * The `k` rows of highest score, best first, kept in a bounded binary heap whose root is the worst one kept:
 * O(n log k) time, O(k) memory. The tie order makes the answer the same in whatever order the rows come.
 * @param rows which entries of `scores` take part
 */
export function topK(
  scores: Float64Array,
  rows: Int32Array,
  k: number,
  tieOrder: TieOrder,
): readonly number[] {
  const before = (a: number, b: number) => (scores[b] ?? 0) - (scores[a] ?? 0) || tieOrder(a, b);
  const heap: number[] = [];
  if (k <= 0) return heap;
  for (const row of rows) {
    if (heap.length < k) {
      heap.push(row);
      siftUp(heap, before);
    } else if (before(row, heap[0] ?? 0) < 0) {
      heap[0] = row;
      siftDown(heap, before);
    }
  }
  return heap.sort(before);
}

function siftUp(heap: number[], before: TieOrder): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (before(heap[parent] ?? 0, heap[at] ?? 0) >= 0) return;
    swap(heap, parent, at);
    at = parent;
  }
}

function siftDown(heap: number[], before: TieOrder): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const right = left + 1;
    let worst = at;
    if (left < heap.length && before(heap[worst] ?? 0, heap[left] ?? 0) < 0) worst = left;
    if (right < heap.length && before(heap[worst] ?? 0, heap[right] ?? 0) < 0) worst = right;
    if (worst === at) return;
    swap(heap, worst, at);
    at = worst;
  }
}

function swap(heap: number[], a: number, b: number): void {
  const kept = heap[a] ?? 0;
  heap[a] = heap[b] ?? 0;
  heap[b] = kept;
}
