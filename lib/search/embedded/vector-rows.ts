import { dotProductsModule } from './dot-products';

/** The function of dot-products.wat; places and lengths in bytes. */
type DotProducts = (
  vectors: number,
  stride: number,
  query: number,
  chosen: number,
  end: number,
  sums: number,
) => void;

/** How many rows are compared in one call; a multiple of four. */
const blockRows = 4096;
const pageBytes = 65_536;
const pagesMax = 65_536;

let compiled: WebAssembly.Module | undefined;

/**
 * Vectors of one length, one a row, row-major in a memory of WebAssembly: there they are compared two values at once, and
 * the memory grows in its place. It has at most 4 GiB: 1.3 million rows of 768 values.
 */
export class VectorRows {
  readonly #memory: WebAssembly.Memory;
  readonly #dotProducts: DotProducts;
  /** float32 from one row to the next: the length, made up to a multiple of four by zeros. */
  readonly #stride: number;
  /** Where, in bytes, the numbers of the rows of one call stand, their sums, and row 0. The query is at the beginning. */
  readonly #chosenAt: number;
  readonly #sumsAt: number;
  readonly #vectorsAt: number;
  #values: Float32Array;

  /** @param dims the length of each vector */
  constructor(readonly dims: number) {
    this.#stride = 4 * Math.ceil(dims / 4);
    this.#chosenAt = 8 * this.#stride;
    this.#sumsAt = this.#chosenAt + 4 * blockRows;
    this.#vectorsAt = this.#sumsAt + 8 * blockRows;
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(this.#vectorsAt / pageBytes) });
    compiled ??= new WebAssembly.Module(Buffer.from(dotProductsModule, 'base64'));
    const instance = new WebAssembly.Instance(compiled, { env: { memory: this.#memory } });
    this.#dotProducts = instance.exports.dotProducts as DotProducts;
    this.#values = new Float32Array(this.#memory.buffer);
  }

  /**
   * Writes a row, and makes room for it.
   * @throws RangeError if the memory cannot grow any more
   */
  set(row: number, vector: ArrayLike<number>): void {
    const at = this.#at(row);
    this.#grow(4 * (at + this.#stride));
    this.#values.set(vector, at);
  }

  /** Writes a row that has been set over one before it. */
  copy(from: number, to: number): void {
    this.#values.copyWithin(this.#at(to), this.#at(from), this.#at(from + 1));
  }

  /** A row that has been set, as a view that is good until the next one is. */
  at(row: number): Float32Array {
    return this.#values.subarray(this.#at(row), this.#at(row) + this.dims);
  }

  /**
   * Adds to `scores` the dot product of `query` with each of the chosen rows, in double precision, so that the same sum in
   * another order differs only far behind what a stored float can tell apart. 20,000 rows of 768 values take 6 ms, about as
   * long as it takes to read them.
   * @param query as long as a row; a blend need not be of unit length
   * @param rows which rows take part, none twice; all have been set
   * @param scores one a row, added to in place
   */
  addDotProducts(query: Float64Array, rows: Int32Array, scores: Float64Array): void {
    const { buffer } = this.#memory;
    new Float64Array(buffer, 0, this.#stride).fill(0).set(query);
    const sums = new Float64Array(buffer, this.#sumsAt, blockRows);
    for (let start = 0; start < rows.length; start += blockRows) {
      const block = rows.subarray(start, start + blockRows);
      const count = 4 * Math.ceil(block.length / 4);
      const chosen = new Int32Array(buffer, this.#chosenAt, count);
      chosen.set(block);
      // What four rows lack is filled up, and its sums are not looked at.
      chosen.fill(block[0] ?? 0, block.length);
      this.#dotProducts(
        this.#vectorsAt,
        4 * this.#stride,
        0,
        this.#chosenAt,
        this.#chosenAt + 4 * count,
        this.#sumsAt,
      );
      for (let i = 0; i < block.length; i++) {
        const row = block[i] as number;
        scores[row] = (scores[row] as number) + (sums[i] as number);
      }
    }
  }

  /** Where a row begins in the values. */
  #at(row: number): number {
    return this.#vectorsAt / 4 + row * this.#stride;
  }

  /** By a quarter: what is not used yet takes no memory of the machine. */
  #grow(bytes: number): void {
    const had = this.#memory.buffer.byteLength;
    if (bytes <= had) return;
    const pages = had / pageBytes;
    const missing = Math.ceil((bytes - had) / pageBytes);
    this.#memory.grow(Math.max(missing, Math.min(Math.ceil(pages / 4), pagesMax - pages)));
    this.#values = new Float32Array(this.#memory.buffer);
  }
}
