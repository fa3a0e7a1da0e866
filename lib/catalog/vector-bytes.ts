/** How a vector is stored: float32, little-endian as every machine that Node runs Gafu on. */
export function vectorToBytes(vector: Float32Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
}

/** A copy, since the bytes of a database row are seldom aligned to four. */
export function bytesToVector(bytes: Uint8Array): Float32Array {
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
