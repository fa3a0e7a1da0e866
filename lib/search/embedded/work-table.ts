import { type Embedding } from '@/lib/vision/embedding';

/** Values of a long vector that a search of many works looks at first; they are stored strongest first. */
const leadingValues = 192;

interface Column {
  readonly dims: number;
  /** Row-major, `capacity * dims`. */
  vectors: Float32Array;
  /** The leading values again, side by side: a first look at them reads a third of the memory. Empty for short vectors. */
  leading: Float32Array;
  readonly leadingDims: number;
  /** One byte a row: has the work an embedding in this space? */
  present: Uint8Array;
}

/**
 * The works of a collection and their embeddings, held as columns: one contiguous array a space, all sharing the
 * row numbers. A removed row is filled by the last one, so rows 0 … size−1 are always all in use.
 */
export class WorkTable {
  readonly #columns = new Map<string, Column>();
  readonly #rowById = new Map<string, number>();
  readonly #idByRow: string[] = [];
  #capacity = 1024;

  constructor(readonly spaceIds: readonly string[]) {}

  get size(): number {
    return this.#idByRow.length;
  }

  idAt(row: number): string {
    const id = this.#idByRow[row];
    if (id === undefined) throw new RangeError(`Row ${row} of ${this.size}`);
    return id;
  }

  rowOf(artworkId: string): number | undefined {
    return this.#rowById.get(artworkId);
  }

  /** Adds or replaces one embedding; all of a space have the length of its first. */
  set(artworkId: string, spaceId: string, vector: Embedding): void {
    const column = this.#columns.get(spaceId) ?? this.#addColumn(spaceId, vector.length);
    if (vector.length !== column.dims)
      throw new RangeError(
        `Space ${spaceId} has ${column.dims} dimensions, the embedding of ${artworkId} ${vector.length}`,
      );
    const row = this.#rowById.get(artworkId) ?? this.#addRow(artworkId);
    column.vectors.set(vector, row * column.dims);
    if (column.leadingDims > 0)
      column.leading.set(vector.subarray(0, column.leadingDims), row * column.leadingDims);
    column.present[row] = 1;
  }

  /** Forgets a work; of one that is not held, nothing. */
  remove(artworkId: string): void {
    const row = this.#rowById.get(artworkId);
    if (row === undefined) return;
    const last = this.size - 1;
    const lastId = this.idAt(last);
    for (const { vectors, leading, present, dims, leadingDims } of this.#columns.values()) {
      vectors.copyWithin(row * dims, last * dims, (last + 1) * dims);
      leading.copyWithin(row * leadingDims, last * leadingDims, (last + 1) * leadingDims);
      present[row] = present[last] ?? 0;
      present[last] = 0;
    }
    this.#idByRow[row] = lastId;
    this.#rowById.set(lastId, row);
    this.#idByRow.pop();
    this.#rowById.delete(artworkId);
  }

  /** The space's array, row-major, with its row length; null as long as no work has an embedding there. */
  column(spaceId: string): Readonly<Pick<Column, 'vectors' | 'dims' | 'leading' | 'leadingDims'>> | null {
    return this.#columns.get(spaceId) ?? null;
  }

  /** A work's embedding, as a view that is good until the table changes. */
  vectorAt(row: number, spaceId: string): Float32Array {
    const { vectors, dims } = this.#columns.get(spaceId) ?? { vectors: new Float32Array(0), dims: 0 };
    return vectors.subarray(row * dims, (row + 1) * dims);
  }

  /** The rows, among `candidates` or all, that have an embedding in every one of the spaces, ascending. */
  rowsWithAll(spaceIds: readonly string[], candidates: Iterable<string> | null): Int32Array {
    const presences = spaceIds.map((spaceId) => this.#columns.get(spaceId)?.present ?? new Uint8Array(0));
    const rows = new Int32Array(this.size);
    let count = 0;
    if (candidates === null) {
      for (let row = 0; row < rows.length; row++) if (isInAll(presences, row)) rows[count++] = row;
    } else {
      for (const id of new Set(candidates)) {
        const row = this.#rowById.get(id);
        if (row !== undefined && isInAll(presences, row)) rows[count++] = row;
      }
    }
    const found = rows.subarray(0, count);
    // In the order of memory, whichever way the candidates came: a scan that jumps about is several times slower.
    return candidates === null ? found : found.sort();
  }

  #addColumn(spaceId: string, dims: number): Column {
    if (!this.spaceIds.includes(spaceId)) throw new RangeError(`Space ${spaceId} is not held here`);
    const leadingDims = dims > leadingValues ? leadingValues : 0;
    const column = {
      dims,
      leadingDims,
      leading: new Float32Array(this.#capacity * leadingDims),
      vectors: new Float32Array(this.#capacity * dims),
      present: new Uint8Array(this.#capacity),
    };
    this.#columns.set(spaceId, column);
    return column;
  }

  #addRow(artworkId: string): number {
    const row = this.size;
    if (row === this.#capacity) this.#grow();
    this.#idByRow.push(artworkId);
    this.#rowById.set(artworkId, row);
    return row;
  }

  /** By half: with doubling, the copy would need three times the memory in use instead of two and a half. */
  #grow(): void {
    this.#capacity = Math.ceil(this.#capacity * 1.5);
    for (const column of this.#columns.values()) {
      const vectors = new Float32Array(this.#capacity * column.dims);
      vectors.set(column.vectors);
      column.vectors = vectors;
      const leading = new Float32Array(this.#capacity * column.leadingDims);
      leading.set(column.leading);
      column.leading = leading;
      const present = new Uint8Array(this.#capacity);
      present.set(column.present);
      column.present = present;
    }
  }
}

function isInAll(presences: readonly Uint8Array[], row: number): boolean {
  for (const present of presences) if (present[row] !== 1) return false;
  return true;
}
