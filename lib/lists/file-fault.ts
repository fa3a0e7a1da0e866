/** Why a file cannot be read, as a sentence for the person who named it; the codes are those of POSIX. */
export function fileFault(error: unknown, name: string): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const sentences: Readonly<Record<string, string>> = {
    ENOENT: `There is no file ${name}.`,
    ENOTDIR: `There is no file ${name}: part of its path is a file, not a folder.`,
    ENAMETOOLONG: `The name ${shortened(name)} is too long: no file can have it.`,
    ELOOP: `${name} is a link that leads back to itself.`,
    EACCES: `${name} may not be read by the account that runs Gafu. Allow it to read the file and the folders above.`,
    EPERM: `${name} may not be read by the account that runs Gafu. Allow it to read the file and the folders above.`,
    EIO: `${name} cannot be read: the disk reports an error.`,
    ERR_INVALID_ARG_VALUE: `${name} cannot be the name of a file.`,
  };
  return sentences[code] ?? `${name} cannot be read${code === '' ? '' : ` (the system says ${code})`}.`;
}

const shownMax = 40;

function shortened(name: string): string {
  const characters = [...name];
  return characters.length <= shownMax
    ? name
    : `${characters.slice(0, shownMax).join('')}… (${characters.length} characters)`;
}
