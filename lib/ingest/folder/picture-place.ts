import { type Readable } from 'node:stream';

/** A list of works, wherever it is. */
export interface ListFile {
  /** Without its folder. */
  readonly name: string;
  /** @param checkSize throws if so large a file is not wanted */
  bytes(checkSize: (sizeBytes: number) => void): Promise<Buffer>;
  stream(): Readable;
}

/** Where the pictures of a list are: a folder, or an archive that `gafu export` has written. */
export interface PicturePlace {
  /** @returns an absolute path, of a picture in an archive below the archive's. @throws Problem `invalid-request` */
  find(written: string): Promise<string>;
  /** @param path what `find` gave. @param written what the file is called in messages. @throws Problem */
  read(path: string, written: string): Promise<Buffer>;
  /** The list that lies beside the pictures. @throws Problem `not-found` */
  list(): Promise<ListFile>;
}

/** What `gafu export` calls a list, by preference. */
export const listNames = ['works.jsonl', 'works.csv'] as const;
