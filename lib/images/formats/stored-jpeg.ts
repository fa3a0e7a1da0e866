const startOfImage = 0xffd8;
const endOfImage = 0xffd9;
const markers = { quantisation: 0xdb, huffman: 0xc4, baselineFrame: 0xc0, restartInterval: 0xdd, scan: 0xda };

/** Y, Cb, Cr by their usual ids, each with a sample for every pixel: component id, sampling factors, table. */
const fullColour = [
  [1, 0x11],
  [2, 0x11],
  [3, 0x11],
] as const;

/**
 * Whether bytes have the form in which Gafu stores pictures: a baseline JPEG in full colour resolution with nothing in
 * it but tables, a frame and one scan, and nothing behind its end. So there is no room for metadata, a profile, a
 * comment or another file. Bytes are untrusted; whether the scan can be decoded is not looked at (ITU T.81, B.2).
 */
export function hasStoredForm(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 4 || file.readUInt16BE(0) !== startOfImage) return false;
  let frames = 0;
  for (let at = 2; at + 4 <= file.length;) {
    const marker = file[at + 1];
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (file[at] !== 0xff || end > file.length) return false;
    if (marker === markers.scan) return frames === 1 && isOneScan(file, end);
    if (marker === markers.baselineFrame) {
      frames += 1;
      if (!isFullColour(file.subarray(at + 4, end))) return false;
    } else if (
      marker !== markers.quantisation &&
      marker !== markers.huffman &&
      marker !== markers.restartInterval
    )
      return false;
    at = end;
  }
  return false;
}

/** @param frame its segment after the length: precision, height, width, number of components, the components */
function isFullColour(frame: Buffer): boolean {
  return (
    frame[0] === 8 &&
    frame[5] === fullColour.length &&
    fullColour.every(([id, sampling], i) => frame[6 + 3 * i] === id && frame[7 + 3 * i] === sampling)
  );
}

/** Whether coded samples go on from `at` to the end of the file: of markers only restarts are among them. */
function isOneScan(file: Buffer, at: number): boolean {
  for (let next = file.indexOf(0xff, at); next !== -1; next = file.indexOf(0xff, next + 2)) {
    const marker = file[next + 1] ?? 0;
    if (marker === (endOfImage & 0xff)) return next + 2 === file.length;
    const isStuffing = marker === 0;
    const isRestart = marker >= 0xd0 && marker <= 0xd7;
    if (!isStuffing && !isRestart) return false;
  }
  return false;
}
