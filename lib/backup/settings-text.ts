import { settingNames } from '@/lib/platform/settings';
import { secretNames } from '@/lib/platform/secret-files';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings that are set, as lines `NAME=value` for a person to compare with another machine's. Of secrets only that
 * they were set; names and passwords in addresses are left out.
 */
export function settingsText(env: Environment): string {
  const isSecret = (name: string) => (secretNames as readonly string[]).includes(name);
  const isSet = (name: string) => (env[name] ?? '').trim() !== '' || (isSecret(name) && env[`${name}_FILE`]);
  const lines = settingNames
    .filter(isSet)
    .map((name) => (isSecret(name) ? `# ${name} was set` : `${name}=${withoutSignIn(env[name] ?? '')}`));
  return lines.map((line) => `${line}\n`).join('');
}

function withoutSignIn(value: string): string {
  if (!URL.canParse(value)) return value;
  const url = new URL(value);
  if (url.username === '' && url.password === '') return value;
  Object.assign(url, { username: '', password: '' });
  return url.href;
}
