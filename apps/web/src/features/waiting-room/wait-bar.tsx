import { waitScale } from './board';

export interface WaitBarProps {
  minutes: number;
  alertMinutes: number;
}

/** The wait on the scale of the status bar, with the mark of the alert. The minutes are written beside it. */
export function WaitBar({ minutes, alertMinutes }: WaitBarProps) {
  const scale = waitScale(alertMinutes);
  const part = (value: number) => `${Math.min(100, (value / scale) * 100)}%`;
  return (
    <svg className="wr-wait" width="100%" height="8" aria-hidden="true">
      <rect className="wr-wait-all" y="2" width="100%" height="4" />
      <rect className="wr-wait-done" y="2" width={part(minutes)} height="4" />
      <rect className="wr-wait-mark" x={part(alertMinutes)} width="1.5" height="8" />
    </svg>
  );
}
