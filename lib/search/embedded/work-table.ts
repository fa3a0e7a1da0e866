import { type Embedding } from '@/lib/vision/embedding';
import { VectorRows } from './vector-rows';

interface Column {
  readonly vectors: VectorRows;
  /** One byte a row: has the work an embedding in this space? */
  present: Uint8Array;
}

/**
 * The works of a collection and their embeddings, held as columns: one for each space, all sharing the row numbers. A
 * removed row is filled by the last one, so rows 0 … size−1 are always all in use.
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
    if (vector.length !== column.vectors.dims)
      throw new RangeError(
        `Space ${spaceId} has ${column.vectors.dims} dimensions, the embedding of ${artworkId} ${vector.length}`,
      );
    const row = this.#rowById.get(artworkId) ?? this.#addRow(artworkId);
    column.vectors.set(row, vector);
    column.present[row] = 1;
  }

  /** Forgets a work; of one that is not held, nothing. */
  remove(artworkId: string): void {
    const row = this.#rowById.get(artworkId);
    if (row === undefined) return;
    const last = this.size - 1;
    const lastId = this.idAt(last);
    for (const { vectors, present } of this.#columns.values()) {
      if (present[last] === 1) vectors.copy(last, row);
      present[row] = present[last] ?? 0;
      present[last] = 0;
    }
    this.#idByRow[row] = lastId;
    this.#rowById.set(lastId, row);
    this.#idByRow.pop();
    this.#rowById.delete(artworkId);
  }

  /** The space's embeddings by row; null as long as no work has one there. */
  vectorsIn(spaceId: string): Pick<VectorRows, 'dims' | 'addDotProducts'> | null {
    return this.#columns.get(spaceId)?.vectors ?? null;
  }

  /** The embedding of a work that has one, as a view that is good until the table changes; of a strange space, empty. */
  vectorAt(row: number, spaceId: string): Float32Array {
    return this.#columns.get(spaceId)?.vectors.at(row) ?? new Float32Array(0);
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
    const column = { vectors: new VectorRows(dims), present: new Uint8Array(this.#capacity) };
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

  #grow(): void {
    this.#capacity *= 2;
    for (const column of this.#columns.values()) {
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
