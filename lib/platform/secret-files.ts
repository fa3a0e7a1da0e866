import { readFileSync } from 'node:fs';

/** Settings that may be kept in a file, named by the setting with `_FILE` behind: as Docker and Kubernetes give secrets. */
export const secretNames = [
  'ADMIN_PASSWORD',
  'DATABASE_URL',
  'ELASTICSEARCH_API_KEY',
  'ELASTICSEARCH_URL',
  'METRICS_TOKEN',
  'SESSION_SECRET',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment with the secrets from files, without the line break at a file's end. A setting that is given itself
 * wins, and its file is not read.
 * @returns also a line for each file that cannot be read
 */
export function withSecretFiles(env: Environment): { env: Environment; problems: readonly string[] } {
  const read: Record<string, string> = {};
  const problems: string[] = [];
  for (const name of secretNames) {
    const file = env[`${name}_FILE`];
    if (!file || env[name]) continue;
    try {
      read[name] = readFileSync(file, 'utf8').trimEnd();
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      problems.push(`${name}_FILE: "${file}" cannot be read (${code ?? message})`);
    }
  }
  return { env: { ...env, ...read }, problems };
}
