import { useWeek } from '../features/week/week-context';
import { PHONE, useMedia } from '../lib/use-media';
import { WeekWaitingStrip } from './waiting-strip';

/** Under a week: who waits for the column on screen, or for anybody where the loads of all are shown. */
export function WeekWaiting() {
  const { days, column, columns, search } = useWeek();
  const isPhone = useMedia(PHONE);
  const [fromDay] = days;
  const toDay = days.at(-1);
  if (isPhone || !fromDay || !toDay) return null;
  const resourceIds = search.vue === 'charge' ? columns.map(({ id }) => id) : [column.id];
  return <WeekWaitingStrip fromDay={fromDay} toDay={toDay} resourceIds={resourceIds} />;
}
