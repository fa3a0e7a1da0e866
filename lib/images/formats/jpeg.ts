/** How a JPEG is coded, from its start-of-frame segment (ITU T.81, B.2.2). */
export interface JpegFrame {
  /** The low half of the marker: 0 baseline, 2 progressive, 3 lossless, 9 arithmetic, … */
  readonly process: number;
  readonly bitsPerSample: number;
}

export interface JpegOutline {
  readonly frame: JpegFrame | null;
  readonly isCutShort: boolean;
}

const startOfScan = 0xda;
const huffmanTables = 0xc4;
const arithmeticTables = 0xcc;
const extensions = 0xc8;

const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![huffmanTables, arithmeticTables, extensions].includes(marker);

const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);

/** Walks the segments of a JPEG as far as its first scan. Bytes are untrusted; nothing is thrown. */
export function jpegOutline(bytes: Uint8Array): JpegOutline {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let frame: JpegFrame | null = null;
  for (let at = 2; at + 4 <= file.length;) {
    if (file[at] !== 0xff) return { frame, isCutShort: false };
    const marker = file[at + 1] ?? 0;
    // Fill bytes may stand before a marker.
    if (marker === 0xff) at += 1;
    else if (standsAlone(marker)) at += 2;
    else if (marker === startOfScan) {
      return { frame, isCutShort: file.indexOf(Buffer.from([0xff, 0xd9]), at) === -1 };
    } else {
      if (isFrame(marker)) frame = { process: marker & 0x0f, bitsPerSample: file[at + 4] ?? 0 };
      at += 2 + file.readUInt16BE(at + 2);
    }
  }
  return { frame, isCutShort: true };
}

/** What this JPEG is that cannot be read; null when there is nothing. */
export function unsupportedJpeg({ process, bitsPerSample }: JpegFrame): string | null {
  if (bitsPerSample !== 8) return `${bitsPerSample} bits a sample`;
  if ([3, 11].includes(process)) return 'lossless coding';
  if (![0, 1, 2, 9, 10].includes(process)) return 'hierarchical coding';
  return null;
}
