import { AsyncLocalStorage } from 'node:async_hooks';
import { type Actor } from './actor';
import { processSingleton } from './process-singleton';
import { currentRequest } from './request-context';

interface NamedProcess {
  name: string;
}

const namedProcess = (): NamedProcess => processSingleton('acting-command', () => ({ name: 'gafu' }));

/** Names the command that this process runs, such as `gafu add`. */
export function actAsCommand(name: string): void {
  namedProcess().name = name;
}

const delegated = () => processSingleton('delegating-actor', () => new AsyncLocalStorage<Actor>());

/** Does `work`, begun by somebody in an earlier request, on their behalf. */
export function actFor<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  return delegated().run(actor, work);
}

/**
 * On whose behalf the code now running works: in a request, whoever has been authorised for it, and null if nobody
 * has; outside a request, whoever began the work, or the command.
 */
export function currentActor(): Actor | null {
  const request = currentRequest();
  if (request !== undefined) return request.actor;
  return delegated().getStore() ?? { kind: 'command', id: null, name: namedProcess().name };
}
