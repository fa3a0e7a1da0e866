/** Work that runs beside other work, or with everything else held back until it is done. */
export class TogetherOrAlone {
  private readonly running = new Set<Promise<unknown>>();
  /** Those that wait or run alone, and when the last of them is done. */
  private alones = 0;
  private lastAlone: Promise<void> = Promise.resolve();

  async together<T>(work: () => Promise<T>): Promise<T> {
    while (this.alones > 0) await this.lastAlone;
    const running = work();
    this.running.add(running);
    try {
      return await running;
    } finally {
      this.running.delete(running);
    }
  }

  async alone<T>(work: () => Promise<T>): Promise<T> {
    const before = this.lastAlone;
    this.alones++;
    let release: () => void = () => undefined;
    this.lastAlone = new Promise((resolve) => (release = resolve));
    try {
      await before;
      await Promise.allSettled(this.running);
      return await work();
    } finally {
      this.alones--;
      release();
    }
  }
}
