import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { statisticLength } from '../descriptor';
import type { Extractor, LayerStatistic } from '../extractor';
import { extractorId } from '../space';
import type { View } from '../view';

/** A SHA-256 in hex and a line feed. */
const keyBytes = 65;
const valueBytes = Float32Array.BYTES_PER_ELEMENT;

/**
 * Raw values of one statistic of one layer, a row per picture, kept on disk so that a run that was stopped goes on
 * where it was and another reduction is tried without the network. Two files: `<layer>-<statistic>.f32` (rows of
 * 32-bit floats) and `.keys` (the SHA-256 of each row's picture file). Rows are only ever added; a row that a crash
 * left half written is cut off when the cache is opened. One writer at a time.
 */
export class StatisticCache {
  private constructor(
    private readonly values: FileHandle,
    private readonly keys: FileHandle,
    private readonly rows: Map<string, number>,
    /** Values a row. */
    readonly length: number,
  ) {}

  /** @param folder where the caches of this extractor and view lie; see {@link cacheFolder} */
  static async open(
    folder: string,
    extractor: Extractor,
    { layer, statistic }: LayerStatistic,
  ): Promise<StatisticCache> {
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, `${layer}-${statistic}`);
    const length = statisticLength(statistic, extractor.channelsOf(layer));
    const values = await open(`${file}.f32`, 'a+');
    const keys = await open(`${file}.keys`, 'a+');
    const known = (await readFile(`${file}.keys`, 'utf8')).split('\n').slice(0, -1);
    const complete = Math.min(known.length, Math.floor((await values.stat()).size / (length * valueBytes)));
    await keys.truncate(complete * keyBytes);
    await values.truncate(complete * length * valueBytes);
    return new StatisticCache(
      values,
      keys,
      new Map(known.slice(0, complete).map((key, row) => [key, row])),
      length,
    );
  }

  has(key: string): boolean {
    return this.rows.has(key);
  }

  /** Adds a row, unless the picture has one. The values first: a key promises that they are there. */
  async add(key: string, row: Float32Array): Promise<void> {
    if (this.rows.has(key)) return;
    this.rows.set(key, this.rows.size);
    await this.values.appendFile(new Uint8Array(row.buffer, row.byteOffset, row.byteLength));
    await this.keys.appendFile(`${key}\n`);
  }

  /** @throws Error when the picture has no row: a defect of the caller, which fills the cache first. */
  async read(key: string): Promise<Float32Array> {
    const row = this.rows.get(key);
    if (row === undefined) throw new Error(`no cached row for picture ${key}`);
    const values = new Float32Array(this.length);
    await this.values.read(new Uint8Array(values.buffer), 0, values.byteLength, row * values.byteLength);
    return values;
  }

  async close(): Promise<void> {
    await this.values.close();
    await this.keys.close();
  }
}

/** `<dataDir>/descriptors/<extractor>`: one folder per network weights and view. */
export function cacheFolder(
  dataDir: string,
  extractor: Extractor,
  view: View,
  layers: readonly string[],
): string {
  return path.join(dataDir, 'descriptors', extractorId(extractor.network, view, layers).replaceAll('/', '-'));
}
