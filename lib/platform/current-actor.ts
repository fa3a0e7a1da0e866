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

/**
 * On whose behalf the code now running works: in a request, whoever has been authorised for it, and null if nobody
 * has; outside a request, the command.
 */
export function currentActor(): Actor | null {
  const request = currentRequest();
  return request === undefined ? { kind: 'command', id: null, name: namedProcess().name } : request.actor;
}
