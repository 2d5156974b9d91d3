import { Injectable } from '@nestjs/common';

/** Where the agenda of a column may have become freer or fuller: opening hours, absences, visits. */
export interface AgendaChange {
  readonly resourceId: string;
  readonly from: Date;
  /** Null: for ever. */
  readonly to: Date | null;
}

type AgendaListener = (changes: readonly AgendaChange[]) => Promise<void>;

/**
 * Whoever writes opening hours, absences or visits tells it here, last in the same transaction: what is kept of free
 * places follows. The listener waits its turn on the columns, all of them at once and in order.
 */
@Injectable()
export class AgendaListeners {
  private readonly listeners: AgendaListener[] = [];

  on(listener: AgendaListener): void {
    this.listeners.push(listener);
  }

  async tell(changes: readonly AgendaChange[]): Promise<void> {
    for (const listener of this.listeners) await listener(changes);
  }
}
