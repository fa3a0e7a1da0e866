/** Whether an error of the file system has this code, e.g. `ENOENT` when there is no such file. */
export function isFileError(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
