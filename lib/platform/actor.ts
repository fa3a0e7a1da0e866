export const actorKinds = ['person', 'token', 'shared-password', 'command'] as const;

/** Who changes the collection or the accounts: what the audit log names. */
export interface Actor {
  /** `shared-password`: whoever signed in with ADMIN_PASSWORD. `command`: this process, outside any request. */
  readonly kind: (typeof actorKinds)[number];
  /** Of the person or token; null for the other two. */
  readonly id: string | null;
  /** For people to read: a person's or token's name, or the command, like `gafu add`. */
  readonly name: string;
}
