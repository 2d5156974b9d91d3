/** Lets at most so many run at once; the others wait in order. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  /** Waits for a turn; the caller gives it back by calling what is returned, once. */
  async take(): Promise<() => void> {
    if (this.running >= this.atOnce) await new Promise<void>((resume) => this.waiting.push(resume));
    else this.running += 1;
    let isGiven = false;
    return () => {
      if (isGiven) return;
      isGiven = true;
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    };
  }

  async run<T>(act: () => Promise<T>): Promise<T> {
    const giveBack = await this.take();
    try {
      return await act();
    } finally {
      giveBack();
    }
  }
}
