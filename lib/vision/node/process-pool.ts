import { fork, type ChildProcess } from 'node:child_process';
import { FairLine } from '@/lib/platform/fair-line';
import { Problem } from '@/lib/platform/problem';
import { currentAsker } from '@/lib/platform/request-context';
import { errorFrom, type FromWorker, type ToWorker } from './worker-messages';

export interface ProcessPoolOptions {
  /** The TypeScript module that each process runs; it answers by `serveWorker`. */
  readonly module: string;
  /** Where the processes run, and find `tsx` and tsconfig.json: the project's root. */
  readonly cwd: string;
  /** The first message to each process. */
  readonly setup: unknown;
  /** Processes at most; each is started when there is work for it, the first at once. */
  readonly size: number;
  /** A task that takes longer counts as a dead worker. */
  readonly taskMsMax: number;
}

/** Of the processes that a task may end. */
const deathsMax = 2;

interface Task {
  readonly client: string;
  readonly request: unknown;
  readonly resolve: (response: unknown) => void;
  readonly reject: (error: Error) => void;
  deaths: number;
}

/** What a pool has to do at this moment. */
export interface PoolLoad {
  readonly processes: number;
  /** Processes with a task in hand. */
  readonly busy: number;
  /** Tasks that wait for a process. */
  readonly waiting: number;
}

interface Member {
  readonly child: ChildProcess;
  ready: boolean;
  task: Task | null;
  timer: NodeJS.Timeout | null;
}

/**
 * Child processes that work through a queue, one task each at a time; clients take turns. A process that dies is
 * replaced immediately and its task is given to another, once; a task that kills two is refused. Why not a library:
 * docs/decisions/006.
 */
export class ProcessPool<Request, Response, Ready> {
  private readonly members = new Set<Member>();
  private readonly waiting = new FairLine<Task>();
  private closed = false;

  private constructor(private readonly options: ProcessPoolOptions) {}

  /** Starts the first process and waits until it is ready. @throws what the process threw on its setup. */
  static async open<Request, Response, Ready>(
    options: ProcessPoolOptions,
  ): Promise<{ pool: ProcessPool<Request, Response, Ready>; ready: Ready }> {
    const pool = new ProcessPool<Request, Response, Ready>(options);
    return { pool, ready: await pool.addMember() };
  }

  /** @throws Problem what the worker threw; `unavailable` when the task ended two workers, or the pool is closed. */
  run(request: Request): Promise<Response> {
    if (this.closed) return Promise.reject(new Problem('unavailable', 'The extraction pool is closed.'));
    const { client, closed } = currentAsker();
    return new Promise<Response>((resolve, reject) => {
      const task = { client, request, resolve: resolve as (response: unknown) => void, reject, deaths: 0 };
      const hangUp = () => {
        this.waiting.remove(client, task);
        reject(new Problem('invalid-request', 'The sender closed the connection.'));
      };
      if (closed?.aborted) return hangUp();
      closed?.addEventListener('abort', hangUp, { once: true });
      this.waiting.push(client, task);
      this.dispatch();
    });
  }

  /** Ids of the processes now alive. */
  get processIds(): number[] {
    return [...this.members].flatMap(({ child }) => child.pid ?? []);
  }

  get load(): PoolLoad {
    const members = [...this.members];
    const busy = members.filter(({ task }) => task !== null).length;
    return { processes: members.length, busy, waiting: this.waiting.size };
  }

  /** Ends every process. Tasks not finished are rejected. */
  async close(): Promise<void> {
    this.closed = true;
    const ended = [...this.members].map(
      ({ child }) =>
        new Promise<void>((resolve) =>
          child.exitCode === null && child.signalCode === null
            ? child.once('exit', () => resolve())
            : resolve(),
        ),
    );
    for (const { child } of this.members) child.kill('SIGKILL');
    await Promise.all(ended);
  }

  /** Closes once no task has been there for `idleMs`: who took this pool and is about to give it a task still can. */
  retire(idleMs = 10_000): void {
    let idleSince = Date.now();
    const watch = setInterval(() => {
      if (this.load.busy + this.load.waiting > 0) idleSince = Date.now();
      if (!this.closed && Date.now() - idleSince < idleMs) return;
      clearInterval(watch);
      void this.close();
    }, idleMs / 10);
    watch.unref();
  }

  private dispatch(): void {
    const members = [...this.members];
    for (const member of members.filter(({ ready, task }) => ready && task === null)) {
      const next = this.waiting.next();
      if (!next) return;
      this.waiting.serve(next);
      this.give(member, next.entry);
    }
    const starting = members.filter(({ ready }) => !ready).length;
    if (this.waiting.size > starting && members.length < this.options.size) this.replenish();
  }

  /** Starts a process without waiting. If that fails and none is left, nobody can do the waiting tasks. */
  private replenish(): void {
    this.addMember().catch((error: Error) => {
      if (this.members.size === 0) for (const task of this.waiting.drain()) task.reject(error);
    });
  }

  private give(member: Member, task: Task): void {
    member.task = task;
    member.timer = setTimeout(() => member.child.kill('SIGKILL'), this.options.taskMsMax);
    send(member.child, { type: 'task', request: task.request });
  }

  private addMember(): Promise<Ready> {
    const { module, cwd, setup } = this.options;
    const child = fork(module, [], {
      cwd,
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const member: Member = { child, ready: false, task: null, timer: null };
    this.members.add(member);
    send(child, { type: 'setup', setup });
    return new Promise<Ready>((resolve, reject) => {
      child.on('message', (message: FromWorker) => {
        if (message.type === 'ready') {
          member.ready = true;
          resolve(message.ready as Ready);
        } else if (message.type === 'refused') {
          reject(errorFrom(message.error));
        } else {
          this.finish(member, message);
        }
        this.dispatch();
      });
      child.on('error', reject);
      child.once('exit', (code, signal) => {
        reject(
          new Problem(
            'unavailable',
            `An extraction process ended before it was ready (${signal ?? `exit code ${code}`}).`,
          ),
        );
        this.bury(member);
      });
    });
  }

  private finish(member: Member, message: FromWorker): void {
    const { task } = member;
    if (member.timer) clearTimeout(member.timer);
    member.task = null;
    if (message.type === 'done') task?.resolve(message.response);
    if (message.type === 'failed') task?.reject(errorFrom(message.error));
  }

  private bury(member: Member): void {
    const { task } = member;
    if (member.timer) clearTimeout(member.timer);
    this.members.delete(member);
    if (this.closed) {
      const rest = this.waiting.drain();
      for (const left of task ? [task, ...rest] : rest)
        left.reject(
          new Problem('unavailable', 'The extraction pool was closed before the picture was embedded.'),
        );
      return;
    }
    if (task && ++task.deaths < deathsMax) this.waiting.unshift(task.client, task);
    else task?.reject(crash(member.child.signalCode ?? `exit code ${member.child.exitCode}`));
    // One that died before it was ready would die again at once: it is tried again with the next task.
    if (member.ready) this.replenish();
    else if (this.members.size === 0)
      for (const left of this.waiting.drain())
        left.reject(new Problem('unavailable', 'The extraction processes cannot be started. See the log.'));
  }
}

function crash(how: string): Problem {
  return new Problem(
    'unavailable',
    `Embedding this picture ended ${deathsMax} extraction processes (the last by ${how}), so it was given up. Try another picture, or a smaller copy.`,
    { processesEnded: deathsMax },
  );
}

/** Whether the task itself is at fault: it ended as many processes as a task may. */
export function isCrash(error: unknown): error is Problem {
  return error instanceof Problem && 'processesEnded' in error.extensions;
}

/** A process that is gone is noticed by its exit; what could not be sent to it is then given to another. */
function send(child: ChildProcess, message: ToWorker): void {
  child.send(message, () => undefined);
}
