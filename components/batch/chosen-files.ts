import { type ChosenFile } from '@/lib/batch/match-files';

/** A file on the curator's machine, with the folders that it was chosen with. */
export interface LocalFile {
  readonly file: File;
  readonly path: string;
}

/** What was dropped or chosen. */
export interface Choice {
  readonly pictures: readonly LocalFile[];
  /** A list of works, CSV or JSON. */
  readonly list: LocalFile | null;
  /** Files that are neither; files of the system are not even named. */
  readonly leftOut: readonly LocalFile[];
  /** The folder that all came from; null if they came from several, or from none. */
  readonly folder: string | null;
}

const listName = /\.(csv|tsv|json|jsonl|ndjson)$/i;
const pictureName = /\.(jpe?g|jfif|png|apng|webp|avif|tiff?|gif|heic|heif|bmp|jp2|jxl|svg|psd)$/i;
/** What systems put into folders: `.DS_Store`, `Thumbs.db`, `__MACOSX`. */
const ofSystem = /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini|__MACOSX(\/.*)?)$/i;

/** A picture that Gafu cannot read is sent too: the server says why. */
export function sortChoice(files: readonly LocalFile[]): Choice {
  const ours = files
    .filter(({ path }) => !ofSystem.test(path))
    .sort((a, b) => a.path.localeCompare(b.path, undefined, { numeric: true }));
  const isList = ({ path }: LocalFile) => listName.test(path);
  const isPicture = ({ file, path }: LocalFile) => file.type.startsWith('image/') || pictureName.test(path);
  const [list = null, ...otherLists] = ours.filter(isList);
  const folders = new Set(ours.map(({ path }) => (path.includes('/') ? (path.split('/')[0] ?? '') : '')));
  const [folder = ''] = folders;
  return {
    pictures: ours.filter((file) => !isList(file) && isPicture(file)),
    list,
    leftOut: [...otherLists, ...ours.filter((file) => !isList(file) && !isPicture(file))],
    folder: folders.size === 1 && folder !== '' ? folder : null,
  };
}

/** Of an input; with `webkitdirectory` each file knows its folders. */
export function filesOfInput(files: FileList): LocalFile[] {
  return [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/** Of something dropped: files, and all files in folders and the folders in them. */
export async function filesOfDrop(transfer: DataTransfer): Promise<LocalFile[]> {
  // Taken before anything is awaited: afterwards the browser has forgotten the items.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return filesOfInput(transfer.files);
  return (await Promise.all(entries.map(filesOfEntry))).flat();
}

async function filesOfEntry(entry: FileSystemEntry): Promise<LocalFile[]> {
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) return [];
  const reader = entry.createReader();
  const found: FileSystemEntry[] = [];
  // A folder is read a hundred entries at a time, until none come.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    found.push(...some);
  }
  return (await Promise.all(found.map(filesOfEntry))).flat();
}

export function markOf({ file, path }: LocalFile): ChosenFile {
  return { path, sizeBytes: file.size, modifiedMs: file.lastModified };
}

const handedOver = new Map<string, Choice>();

/** Keeps what was chosen for a batch while the browser goes on to its page, without reloading. */
export function handOver(batchId: string, choice: Choice): void {
  handedOver.set(batchId, choice);
}

export function takeHandedOver(batchId: string): Choice | null {
  const choice = handedOver.get(batchId) ?? null;
  handedOver.delete(batchId);
  return choice;
}
