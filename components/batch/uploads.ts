import { type DetailedError } from 'tus-js-client';
import { uploadUrl } from './batch-server';

export interface UploadEvents {
  /** @param sentBytes how much of the file has arrived or is on its way */
  readonly onProgress: (fileId: string, sentBytes: number) => void;
  readonly onDone: (fileId: string) => void;
  /** The connection is lost, or there again. */
  readonly onConnection: (isLost: boolean) => void;
  /** The server takes nothing more: whoever was signed in is not, or the batch was deleted. */
  readonly onStop: (status: number) => void;
}

/** Files at the same time: one that is being prepared on either side does not hold up the others. */
const lanes = 3;
/** In one request; a lost connection loses no more than what was on its way. */
const chunkBytes = 8 * 2 ** 20;
const waitMs = { first: 1_000, max: 15_000 };

interface Queued {
  readonly id: string;
  readonly file: File;
}

/**
 * Sends files by tus, each to where it stopped: a lost connection or a server that restarts only holds it up. Waits as
 * long as it takes.
 */
export class Uploads {
  private readonly queue: Queued[] = [];
  private readonly known = new Set<string>();
  private readonly waiting = new Set<() => void>();
  private running = 0;
  private lost = 0;
  private isStopped = false;

  constructor(
    private readonly batchId: string,
    private readonly events: UploadEvents,
  ) {}

  /** Files that are not sent yet. */
  get left(): number {
    return this.known.size;
  }

  has(fileId: string): boolean {
    return this.known.has(fileId);
  }

  add(files: readonly Queued[]): void {
    this.isStopped = false;
    for (const one of files) {
      if (this.known.has(one.id)) continue;
      this.known.add(one.id);
      this.queue.push(one);
    }
    while (this.running < lanes && this.queue.length > 0) void this.lane();
  }

  /** Ends waiting at once: the browser says that the connection is back. */
  wake(): void {
    for (const resolve of this.waiting) resolve();
  }

  stop(): void {
    this.isStopped = true;
    this.queue.length = 0;
    this.known.clear();
    this.wake();
  }

  private async lane(): Promise<void> {
    this.running += 1;
    for (let next = this.queue.shift(); next && !this.isStopped; next = this.queue.shift())
      await this.sendUntilDone(next);
    this.running -= 1;
  }

  private async sendUntilDone(one: Queued): Promise<void> {
    let isLost = false;
    for (let ms = waitMs.first; !this.isStopped; ms = Math.min(2 * ms, waitMs.max)) {
      const status = await this.send(one);
      const hasAnswer = status !== 0 && status < 500;
      if (isLost !== !hasAnswer) this.noteLost(!isLost);
      isLost = !hasAnswer;
      if (status === 200 || status === 404 || status === 410) break;
      if (status === 401 || status === 403) {
        this.stop();
        this.events.onStop(status);
        break;
      }
      await this.wait(ms);
    }
    if (isLost) this.noteLost(false);
    this.known.delete(one.id);
    this.events.onDone(one.id);
  }

  private noteLost(isLost: boolean): void {
    this.lost += isLost ? 1 : -1;
    this.events.onConnection(this.lost > 0);
  }

  /** @returns 200, the status of a refusal, or 0 without an answer */
  private async send({ id, file }: Queued): Promise<number> {
    const { Upload } = await import('tus-js-client').catch(() => ({ Upload: null }));
    if (Upload === null) return 0;
    return new Promise((resolve) => {
      const upload = new Upload(file, {
        uploadUrl: uploadUrl(this.batchId, id),
        chunkSize: chunkBytes,
        retryDelays: null,
        storeFingerprintForResuming: false,
        onProgress: (sent) => this.events.onProgress(id, sent),
        onSuccess: () => resolve(200),
        onError: (error) => resolve(statusOf(error)),
      });
      upload.start();
    });
  }

  private async wait(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.waiting.add(done);
    });
  }
}

function statusOf(error: Error | DetailedError): number {
  return 'originalResponse' in error ? (error.originalResponse?.getStatus() ?? 0) : 0;
}
