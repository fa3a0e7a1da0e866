/** One directory of a TIFF 6.0 file: an uncompressed picture and what its tags say. */
export interface TiffPage {
  readonly width: number;
  readonly height: number;
  /** Bytes of one strip, chunky, little-endian. */
  readonly pixels: Buffer;
  readonly bitsPerSample: readonly number[];
  /** 1 grey, 2 RGB, 5 separated, 8 CIELAB. */
  readonly photometric: number;
  /** 1 unsigned, 3 floating point. */
  readonly sampleFormat?: number;
  readonly compression?: number;
  /** Bit 0: a reduced copy of another page. */
  readonly newSubfileType?: number;
  /** 2: unassociated alpha in the last sample. */
  readonly extraSamples?: readonly number[];
  readonly iccProfile?: Buffer;
  /** Smaller copies in SubIFDs. */
  readonly subPages?: readonly TiffPage[];
}

type Entry = [tag: number, type: 3 | 4 | 7, values: readonly number[] | Buffer];

function entriesOf(page: TiffPage, stripOffset: number, subOffsets: readonly number[]): Entry[] {
  const { width, height, pixels, bitsPerSample, photometric, iccProfile, extraSamples } = page;
  const samples = bitsPerSample.length;
  const entries: (Entry | null)[] = [
    page.newSubfileType === undefined ? null : [254, 4, [page.newSubfileType]],
    [256, 4, [width]],
    [257, 4, [height]],
    [258, 3, bitsPerSample],
    [259, 3, [page.compression ?? 1]],
    [262, 3, [photometric]],
    [273, 4, [stripOffset]],
    [277, 3, [samples]],
    [278, 4, [height]],
    [279, 4, [pixels.length]],
    [284, 3, [1]],
    subOffsets.length > 0 ? [330, 4, subOffsets] : null,
    extraSamples ? [338, 3, extraSamples] : null,
    page.sampleFormat === undefined ? null : [339, 3, bitsPerSample.map(() => page.sampleFormat ?? 1)],
    iccProfile ? [34675, 7, iccProfile] : null,
  ];
  return entries.filter((entry) => entry !== null);
}

function valueBytes([, type, values]: Entry): Buffer {
  if (Buffer.isBuffer(values)) return values;
  const size = type === 3 ? 2 : 4;
  const bytes = Buffer.alloc(values.length * size);
  values.forEach((value, i) =>
    size === 2 ? bytes.writeUInt16LE(value, i * 2) : bytes.writeUInt32LE(value, i * 4),
  );
  return bytes;
}

/** A little-endian TIFF of these pages, in this order. */
export function tiffFile(pages: readonly TiffPage[]): Buffer {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0])];
  let length = 8;
  const put = (bytes: Buffer) => {
    const at = length;
    const padded = bytes.length % 2 ? Buffer.concat([bytes, Buffer.alloc(1)]) : bytes;
    parts.push(padded);
    length += padded.length;
    return at;
  };
  /** Writes a directory; returns where it is and the buffer whose last four bytes name the next. */
  const putDirectory = (page: TiffPage): { at: number; directory: Buffer } => {
    const subOffsets = (page.subPages ?? []).map((sub) => putDirectory(sub).at);
    const entries = entriesOf(page, put(page.pixels), subOffsets);
    const directory = Buffer.alloc(2 + entries.length * 12 + 4);
    directory.writeUInt16LE(entries.length);
    entries.forEach((entry, i) => {
      const [tag, type] = entry;
      const bytes = valueBytes(entry);
      const at = 2 + i * 12;
      directory.writeUInt16LE(tag, at);
      directory.writeUInt16LE(type, at + 2);
      directory.writeUInt32LE(bytes.length / (type === 3 ? 2 : type === 4 ? 4 : 1), at + 4);
      if (bytes.length <= 4) bytes.copy(directory, at + 8);
      else directory.writeUInt32LE(put(bytes), at + 8);
    });
    return { at: put(directory), directory };
  };
  let previous: Buffer = parts[0] ?? Buffer.alloc(8);
  for (const page of pages) {
    const { at, directory } = putDirectory(page);
    previous.writeUInt32LE(at, previous.length - 4);
    previous = directory;
  }
  return Buffer.concat(parts);
}
