import { Suspense } from 'react';
import { partOf } from '../../lib/part-of';
import { ButtonShape } from '../../ui/button-shape';
import type { MonthPopProps } from './month-pop';

const month = partOf(async () => (await import('./month-pop')).MonthPop);

/** The month to pick a day in, fetched once the screen is drawn. */
export function DatePop(props: MonthPopProps) {
  return (
    <Suspense fallback={<ButtonShape icon={props.icon} />}>
      <month.Part {...props} />
    </Suspense>
  );
}
