import { Injectable } from '@nestjs/common';

export type VisitStep = 'seen' | 'closing' | 'reopened' | 'undone';
type VisitListener = (appointmentId: string) => Promise<void>;

/**
 * Lets a module follow the steps of a visit inside the act's own transaction, without the agenda knowing it. A listener
 * that throws refuses the step.
 */
@Injectable()
export class VisitListeners {
  private readonly listeners = new Map<VisitStep, VisitListener[]>();

  on(step: VisitStep, listener: VisitListener): void {
    this.listeners.set(step, [...(this.listeners.get(step) ?? []), listener]);
  }

  async tell(step: VisitStep, appointmentId: string): Promise<void> {
    for (const listener of this.listeners.get(step) ?? []) await listener(appointmentId);
  }
}
