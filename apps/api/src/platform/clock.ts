/** The time of the practice's business. The database's clock is for sessions and the audit journal only. */
export abstract class Clock {
  abstract now(): Date;

  /** The business time of what the database noted `seconds` ago by its own clock, for the screens. */
  ago(seconds: number): Date {
    return new Date(this.now().getTime() - seconds * 1000);
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Stands still: for tests and pictures. */
export class FrozenClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    return this.instant;
  }

  moveTo(instant: Date): void {
    this.instant = instant;
  }
}

/** The demo's clock: it showed `shown` when the real one showed `at`, and ticks since. */
export class DemoClock extends Clock {
  private readonly offsetMs: number;

  constructor(shown: Date, at: Date) {
    super();
    this.offsetMs = shown.getTime() - at.getTime();
  }

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }
}
