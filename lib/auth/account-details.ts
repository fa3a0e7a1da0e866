import { z } from 'zod';
import { Problem } from '@/lib/platform/problem';
import { passwordLengths } from './password-lengths';
import { type Role, roles } from './person';

export interface AccountDetails {
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly role: Role;
}

const nameMax = 100;

const name = z
  .string('is missing')
  .transform((text) =>
    text
      .normalize('NFC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().min(1, 'is missing').max(nameMax, `may have at most ${nameMax} characters`));

/** RFC 5321 allows 254 characters. */
const email = z
  .string('is missing')
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .email('must be an e-mail address, like curator@example.org')
      .max(254, 'may have at most 254 characters'),
  )
  .refine((address) => !address.endsWith('@gafu.invalid'), 'must not be at gafu.invalid');

const role = z.enum(roles, `must be one of ${roles.join(', ')}`);

/** @throws Problem `invalid-request` that names every bad field and what is allowed in it */
export function parseAccountDetails(fields: unknown): AccountDetails {
  return parse(z.object({ name, email, role }), fields);
}

/** @throws Problem `invalid-request` */
export function parseName(text: unknown): string {
  return parse(z.object({ name }), { name: text }).name;
}

/** @throws Problem `invalid-request` */
export function parseRole(text: unknown): Role {
  return parse(z.object({ role }), { role: text }).role;
}

/** Whether an account is to be disabled or enabled. @throws Problem `invalid-request` */
export function parseAccess(text: unknown): 'disabled' | 'enabled' {
  const access = z.enum(['disabled', 'enabled'], 'must be disabled or enabled');
  return parse(z.object({ access }), { access: text }).access;
}

/** @throws Problem `invalid-request` for one that is too short or too long; NIST SP 800-63B asks for nothing else */
export function checkPassword(password: string): void {
  const { min, max } = passwordLengths;
  if (password.length >= min && password.length <= max) return;
  throw new Problem(
    'invalid-request',
    `The password has ${password.length} characters. It needs ${min} to ${max}; several words are easy to remember and hard to guess.`,
  );
}

function parse<Schema extends z.ZodType>(schema: Schema, fields: unknown): z.output<Schema> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  const said = issues.map(({ field, message }) => `${labels[field] ?? field} ${message}`).join('; ');
  throw new Problem('invalid-request', `${said}.`, { issues });
}

const labels: Record<string, string> = {
  name: 'The name',
  email: 'The e-mail address',
  role: 'The role',
  access: 'The access',
};
