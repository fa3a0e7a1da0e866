/**
 * Where originals and renditions are kept: bytes under a key, written once and never changed (a key is a
 * SHA-256 in hex, for renditions followed by a suffix such as `-640.webp`; for the parts of a file that is arriving a
 * random number as long, followed by `-START-LENGTH.part`). A store out of reach throws Problem
 * `unavailable`, and has then done nothing that cannot be done again.
 */
export interface ImageStore {
  /** Atomic and durable: after it resolves the bytes survive a power cut; before, nobody sees a part of them. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Buffer | null>;
  /** Writes a few bytes and removes them. @throws if nothing can be stored now */
  probe(): Promise<void>;
  /** Removes the bytes and every rendition or part of them; nothing happens when there are none. */
  delete(key: string): Promise<void>;
}
