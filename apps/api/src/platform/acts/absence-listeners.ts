import { Injectable } from '@nestjs/common';

/** Somebody will not be there. */
export interface NotedAbsence {
  readonly absenceId: string;
  readonly resourceId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

type AbsenceListener = (absence: NotedAbsence) => Promise<void>;

/** Whoever notes an absence tells it here, in the same transaction: the list of the visits it meets begins then. */
@Injectable()
export class AbsenceListeners {
  private readonly listeners: AbsenceListener[] = [];

  on(listener: AbsenceListener): void {
    this.listeners.push(listener);
  }

  async tell(absence: NotedAbsence): Promise<void> {
    for (const listener of this.listeners) await listener(absence);
  }
}
