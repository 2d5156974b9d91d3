import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useScreenTitle } from '../../lib/screen-title';
import { CurrentBlock } from './current-block';
import { DayHead } from './day-head';
import type { DayPlan } from './day-plan';
import { LatenessBar } from './lateness-bar';
import { type MyDay, MyDayContext } from './my-day-context';
import './my-day.css';
import { NextBlock } from './next-block';
import { RestList } from './rest-list';
import { UrgentBlock } from './urgent-block';
import { useDayView } from './use-day-view';

/** A practitioner's own day, for one hand: urgent, under way, next, the rest; lateness at the thumb. */
export function MyDayPage() {
  const { t } = useTranslation('my-day');
  const formats = useFormats();
  const view = useDayView();
  const { plan, practiceId, resourceId } = view;
  const day: MyDay = view;
  useScreenTitle(t('title'), formats.dateMedium(view.day));
  return (
    <MyDayContext value={day}>
      <div className="md">
        <DayHead plan={plan} />
        <div className="md-scroll">
          <div className="md-first">
            {plan.urgent.map((visit) => (
              <UrgentBlock key={visit.id} visit={visit} />
            ))}
            {plan.inRoom.map((visit) => (
              <CurrentBlock key={visit.id} visit={visit} />
            ))}
            {plan.next && <NextBlock visit={plan.next} />}
            <NothingLeft plan={plan} />
          </div>
          <RestList rows={plan.rest} />
        </div>
        <LatenessBar practiceId={practiceId} resourceId={resourceId} />
      </div>
    </MyDayContext>
  );
}

function NothingLeft({ plan }: { plan: DayPlan }) {
  const { t } = useTranslation('my-day');
  if (plan.total === 0) return <p className="md-empty">{t('empty.day')}</p>;
  if (plan.endsAt) return null;
  return <p className="md-empty">{t('empty.over', { count: plan.seen })}</p>;
}
