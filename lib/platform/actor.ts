import { currentRequest } from './request-context';
import { processSingleton } from './process-singleton';

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

interface NamedProcess {
  name: string;
}

const namedProcess = (): NamedProcess => processSingleton('acting-command', () => ({ name: 'gafu' }));

/** Names the command that this process runs, such as `gafu add`. */
export function actAsCommand(name: string): void {
  namedProcess().name = name;
}

/**
 * On whose behalf the code now running works: in a request, whoever has been authorised for it, and null if nobody
 * has; outside a request, the command.
 */
export function currentActor(): Actor | null {
  const request = currentRequest();
  return request === undefined ? { kind: 'command', id: null, name: namedProcess().name } : request.actor;
}
