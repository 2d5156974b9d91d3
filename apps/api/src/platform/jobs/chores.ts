import { Injectable } from '@nestjs/common';

interface Chore {
  readonly everySeconds: number;
  readonly run: () => Promise<unknown>;
}

/** What the clock asks for, of no practice in particular: once a slot of time over all processes, an hour at most. */
@Injectable()
export class Chores {
  private readonly chores = new Map<string, Chore>();
  private readonly rounds = new Map<string, () => Promise<unknown>>();

  /** A chore may be cut and run again: it must bear being done twice. */
  register(name: string, everySeconds: number, run: () => Promise<unknown>): void {
    this.chores.set(name, { everySeconds, run });
  }

  /** Every five seconds in every process that works: the database must see to it that two do no harm. */
  everyRound(name: string, run: () => Promise<unknown>): void {
    this.rounds.set(name, run);
  }

  /** Names of the rounds that failed. */
  async goRound(): Promise<string[]> {
    const failed: string[] = [];
    for (const [name, run] of this.rounds) await run().catch(() => failed.push(name));
    return failed;
  }

  all(): readonly (readonly [name: string, everySeconds: number])[] {
    return [...this.chores].map(([name, { everySeconds }]) => [name, everySeconds]);
  }

  /** A process of an older version may meet a chore it does not know: it fails here, and another one takes it. */
  async run(name: string): Promise<void> {
    const chore = this.chores.get(name);
    if (!chore) throw new Error('a chore of another version');
    await chore.run();
  }
}
