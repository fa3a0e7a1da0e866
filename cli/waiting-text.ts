import { type WaitingReason, type WaitingWorks } from '@/lib/ingest/jobs/waiting-works';

export const noWorker = 'no worker is running; gafu start and gafu worker start one';

/** Since when and why works wait, as `gafu status` says it. */
export function waitingText({ since, reason, hasWorker }: WaitingWorks): string {
  return `since ${timeText(since)}: ${reasonText(reason, hasWorker)}`;
}

function reasonText(reason: WaitingReason, hasWorker: boolean): string {
  switch (reason.kind) {
    case 'in-progress':
      return hasWorker ? 'workers are embedding them' : noWorker;
    case 'in-hand':
      return `gafu add is embedding them; if it was ended, a worker takes them up at ${timeText(reason.until)}${hasWorker ? '' : `, but ${noWorker}`}`;
    case 'retry':
      return `the last attempt failed (${firstLine(reason.lastError)}); the next is at ${timeText(reason.at)}${hasWorker ? '' : `, but ${noWorker}`}`;
    case 'no-job':
      return 'there is no job for them; give their list to gafu add again, or upload their pictures again';
  }
}

function timeText(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.trim().replace(/\.$/, '') ?? '';
}
