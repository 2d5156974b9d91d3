import { Injectable } from '@nestjs/common';

/** A job sent by this process need not wait for the next look at the queue. */
@Injectable()
export class JobBell {
  private listener: () => void = () => undefined;

  onRing(listener: () => void): void {
    this.listener = listener;
  }

  ring(): void {
    this.listener();
  }
}
