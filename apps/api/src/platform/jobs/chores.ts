import { Injectable } from '@nestjs/common';

interface Chore {
  readonly everySeconds: number;
  readonly run: () => Promise<unknown>;
}

/** What the clock asks for, of no practice in particular: once a slot of time over all processes, an hour at most. */
@Injectable()
export class Chores {
  private readonly chores = new Map<string, Chore>();

  /** A chore may be cut and run again: it must bear being done twice. */
  register(name: string, everySeconds: number, run: () => Promise<unknown>): void {
    this.chores.set(name, { everySeconds, run });
  }

  all(): readonly (readonly [name: string, everySeconds: number])[] {
    return [...this.chores].map(([name, { everySeconds }]) => [name, everySeconds]);
  }

  async run(name: string): Promise<void> {
    await this.chores.get(name)?.run();
  }
}
