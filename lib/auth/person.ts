/** From the least to the most that a person may do. */
export const roles = ['curator', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Somebody who may sign in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Names the account at sign-in; Gafu sends no mail. */
  readonly email: string;
  readonly role: Role;
  /** Null: the account can be used. */
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
}

/** The id of the row that stands for whoever signs in with the shared password. */
export const sharedPersonId = 'shared-password';
export const sharedPersonEmail = 'shared-password@gafu.invalid';

/** Whether somebody with the role `has` may do what needs the role `needed`. */
export function includesRole(has: Role, needed: Role): boolean {
  return roles.indexOf(has) >= roles.indexOf(needed);
}
