/** What a directory of a TIFF says of its picture. */
export interface TiffDirectory {
  readonly width: number;
  readonly height: number;
  /** A smaller copy of another page, or a mask of one (bits 0 and 2 of NewSubfileType, or the older SubfileType). */
  readonly isReduced: boolean;
  readonly bitsPerSample: number;
  readonly compression: number;
  readonly photometric: number;
  /** 1 unsigned, 2 signed, 3 floating point; others are undefined or complex. */
  readonly sampleFormat: number;
  readonly subDirectories: readonly TiffDirectory[];
}

export interface TiffDirectories {
  readonly directories: readonly TiffDirectory[];
  /** Something that a directory points to lies beyond the last byte. */
  readonly isCutShort: boolean;
}

const tags = {
  newSubfileType: 254,
  subfileType: 255,
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  stripSizes: 279,
  tileOffsets: 324,
  tileSizes: 325,
  subDirectories: 330,
  sampleFormat: 339,
} as const;

/** Bytes of a value, by field type (TIFF 6.0 section 2, and BigTIFF's 16 to 18). */
const typeSizes: Readonly<Partial<Record<number, number>>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  16: 8,
  17: 8,
  18: 8,
};

/** More than any picture has; a chain that goes round in circles ends here. */
const directoriesMax = 500;
/** Of strips and tiles, the first so many are checked. */
const valuesMax = 100_000;

/** Reads the directories of a TIFF 6.0 or BigTIFF file, SubIFDs one level down. Bytes are untrusted; nothing is thrown. */
export function tiffDirectories(bytes: Uint8Array): TiffDirectories {
  const reader = new TiffReader(bytes);
  const directories = reader.chain(reader.first, true);
  return { directories, isCutShort: reader.isCutShort };
}

class TiffReader {
  isCutShort = false;
  private readonly view: DataView;
  private readonly little: boolean;
  private readonly isBig: boolean;
  private count = 0;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.little = bytes[0] === 0x49;
    this.isBig = this.number(2, 2) === 43;
  }

  get first(): number {
    return this.isBig ? this.number(8, 8) : this.number(4, 4);
  }

  chain(start: number, withSubDirectories: boolean): TiffDirectory[] {
    const found: TiffDirectory[] = [];
    for (let at = start; at > 0 && this.count < directoriesMax;) {
      this.count++;
      const [entrySize, countSize] = this.isBig ? [20, 8] : [12, 2];
      const entries = this.number(at, countSize);
      const end = at + countSize + entries * entrySize;
      if (end > this.view.byteLength) {
        this.isCutShort = true;
        break;
      }
      const values = new Map<number, number[]>();
      for (let entry = at + countSize; entry < end; entry += entrySize)
        values.set(this.number(entry, 2), this.values(entry));
      found.push(this.directory(values, withSubDirectories));
      at = this.number(end, this.isBig ? 8 : 4);
    }
    return found;
  }

  private directory(
    values: ReadonlyMap<number, readonly number[]>,
    withSubDirectories: boolean,
  ): TiffDirectory {
    const first = (tag: keyof typeof tags, otherwise: number) => values.get(tags[tag])?.[0] ?? otherwise;
    this.checkExtents(values.get(tags.stripOffsets), values.get(tags.stripSizes));
    this.checkExtents(values.get(tags.tileOffsets), values.get(tags.tileSizes));
    const subOffsets = withSubDirectories ? (values.get(tags.subDirectories) ?? []) : [];
    const oldType = first('subfileType', 1);
    return {
      width: first('width', 0),
      height: first('height', 0),
      isReduced: (first('newSubfileType', 0) & 0b101) !== 0 || oldType === 2,
      bitsPerSample: Math.max(...(values.get(tags.bitsPerSample) ?? [1])),
      compression: first('compression', 1),
      photometric: first('photometric', 1),
      sampleFormat: first('sampleFormat', 1),
      subDirectories: subOffsets.flatMap((offset) => this.chain(offset, false).slice(0, 1)),
    };
  }

  private checkExtents(offsets: readonly number[] = [], sizes: readonly number[] = []): void {
    if (offsets.some((offset, i) => offset + (sizes[i] ?? 0) > this.view.byteLength)) this.isCutShort = true;
  }

  /** The values of one directory entry, as numbers. */
  private values(entry: number): number[] {
    const size = typeSizes[this.number(entry + 2, 2)] ?? 1;
    const [lengthSize, inlineSize] = this.isBig ? [8, 8] : [4, 4];
    const length = this.number(entry + 4, lengthSize);
    const inline = entry + 4 + lengthSize;
    const at = size * length <= inlineSize ? inline : this.number(inline, inlineSize);
    if (at + size * length > this.view.byteLength) {
      this.isCutShort = true;
      return [];
    }
    return Array.from({ length: Math.min(length, valuesMax) }, (_, i) => this.number(at + i * size, size));
  }

  private number(at: number, size: number): number {
    if (at + size > this.view.byteLength) {
      this.isCutShort = true;
      return 0;
    }
    if (size === 2) return this.view.getUint16(at, this.little);
    if (size === 4) return this.view.getUint32(at, this.little);
    if (size === 8) return Number(this.view.getBigUint64(at, this.little));
    return this.view.getUint8(at);
  }
}
