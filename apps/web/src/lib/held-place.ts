import { keepHold, releaseHold } from '@pupitre/shared/planning/hold.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { callApi } from './api-client';

export interface HeldPlace {
  readonly resourceId: string;
  readonly motifId: string | null;
  readonly day: LocalDay;
  readonly startMin: number;
  readonly durationMin: number;
}

const patienceMs = 1_000;

/** This tab's hold: its id is the tab's own, so that two tabs of one person do not take it from each other. */
export class PlaceHolder {
  private readonly id = crypto.randomUUID();
  /** Calls go out one after the other: a release sent after a hold must also arrive after it. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly practiceId: string) {}

  /** The hold's id, to book with. */
  get holdId(): string {
    return this.id;
  }

  /** Holds the place, or holds it longer; false when somebody else has it. */
  keep(place: HeldPlace): Promise<boolean> {
    return this.inTurn(() => callApi(keepHold, { params: this.params, body: place }));
  }

  release(): Promise<boolean> {
    return this.inTurn(() => callApi(releaseHold, { params: this.params }));
  }

  /** When what was asked has its answer; a slow one is not waited for. */
  async settled(): Promise<void> {
    await Promise.race([this.last, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  }

  private get params() {
    return { practiceId: this.practiceId, holdId: this.id };
  }

  /** A hold is a courtesy: without one the place is booked as before, and the database decides. */
  private inTurn(call: () => Promise<unknown>): Promise<boolean> {
    const sent = this.last.then(call).then(
      () => true,
      () => false,
    );
    this.last = sent;
    return sent;
  }
}
