import PQueue from 'p-queue';

/** How hard one host may be asked. */
export interface Pace {
  /** Requests under way at a time. */
  readonly concurrent: number;
  /** Between the starts of two requests. */
  readonly everyMs: number;
}

export const politePace: Pace = { concurrent: 2, everyMs: 100 };

/** A queue for each host, so that a slow one holds up no other. */
export class HostQueues {
  private readonly queues = new Map<string, PQueue>();

  /**
   * @param paces by host, where it differs from `usual`
   * @param usual of all other hosts
   */
  constructor(
    private readonly paces: Readonly<Record<string, Pace>> = {},
    private readonly usual = politePace,
  ) {}

  run<T>(host: string, task: () => Promise<T>): Promise<T> {
    return this.of(host).add(task);
  }

  private of(host: string): PQueue {
    const known = this.queues.get(host);
    if (known !== undefined) return known;
    const { concurrent, everyMs } = this.paces[host] ?? this.usual;
    const queue = new PQueue({
      concurrency: concurrent,
      interval: everyMs,
      intervalCap: everyMs > 0 ? 1 : Infinity,
    });
    this.queues.set(host, queue);
    return queue;
  }
}
