import { FairLine } from './fair-line';
import { Problem } from './problem';
import { processSingleton } from './process-singleton';
import { currentAsker } from './request-context';

interface Turns {
  isBusy: boolean;
  readonly line: FairLine<() => void>;
}

const clientWaitingMax = 4;

/**
 * Does work of one kind one after the other, clients taking turns: for short work that must not take all processor
 * time, and that nobody should be able to block for others.
 * @param name of the kind
 * @throws Problem `too-many-requests` when this client has several waiting already
 */
export async function inTurn<T>(
  name: string,
  work: () => Promise<T>,
  client = currentAsker().client,
): Promise<T> {
  const turns = processSingleton<Turns>(`turns-${name}`, () => ({ isBusy: false, line: new FairLine() }));
  if (turns.line.of(client).length >= clientWaitingMax)
    throw new Problem('too-many-requests', 'Too many requests at the same time. Try again in a moment.', {
      retryAfterSeconds: 5,
    });
  await new Promise<void>((begin) => {
    turns.line.push(client, begin);
    if (!turns.isBusy) beginNext(turns);
  });
  try {
    return await work();
  } finally {
    beginNext(turns);
  }
}

function beginNext(turns: Turns): void {
  const next = turns.line.next();
  turns.isBusy = next !== null;
  if (!next) return;
  turns.line.serve(next);
  next.entry();
}
