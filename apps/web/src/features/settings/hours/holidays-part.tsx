import { holidaysOfYear } from '@pupitre/shared/planning/public-holidays';
import { todayIn } from '@pupitre/shared/time/zone';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../lib/clock';
import { useFormats } from '../../../lib/formats';
import { setupQuery } from '../../../lib/practice-setup';
import { useScreenTitle } from '../../../lib/screen-title';
import { useMay, useMembership } from '../../../lib/session';
import { Segmented } from '../../../ui/segmented';
import { ReadOnlyNote } from '../read-only-note';
import { ClosedDayForm } from './closed-day-form';
import { HolidayChange, type HolidayTurn } from './holiday-change';

/** The public holidays of a year where the practice is, each worked or closed, and its own closed days. */
export function HolidaysPart() {
  const { t } = useTranslation(['hours', 'settings']);
  const formats = useFormats();
  const { practiceId, zone } = useMembership();
  const { data: setup } = useSuspenseQuery(setupQuery(practiceId));
  const canEdit = useMay()('hours.edit');
  const today = todayIn(zone, serverNow());
  const thisYear = Number(today.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [turn, setTurn] = useState<HolidayTurn | null>(null);
  useScreenTitle(t('settings:part.feries'), t('settings:title'));
  const zones = [...new Set([setup.practice.holidayZone, ...setup.sites.flatMap((site) => site.holidayZone ?? [])])];
  const days = new Map(zones.flatMap((holidayZone) => holidaysOfYear(year, holidayZone).map((day) => [day.day, day])));
  const own = setup.holidayOverrides.filter(({ day, effect }) => effect === 'closed' && day.startsWith(String(year)));
  const isWorked = (day: string) => setup.holidayOverrides.some((set) => set.day === day && set.effect === 'worked');
  return (
    <div className="set-part">
      <header className="bar">
        <h1>{t('settings:part.feries')}</h1>
        <Segmented
          label={t('holidays.year')}
          value={String(year)}
          onPick={(value) => setYear(Number(value))}
          segments={[thisYear, thisYear + 1].map((value) => ({ value: String(value), label: String(value) }))}
        />
        <span className="stats">
          <span>{zones.map((holidayZone) => t(`zone.${holidayZone as 'FR'}`)).join(', ')}</span>
        </span>
        <span className="sp" />
        {!canEdit && <ReadOnlyNote>{t('settings:hours.readOnly')}</ReadOnlyNote>}
      </header>
      <div className="scroll">
        <ul className="hol">
          {[...days.values()]
            .sort((a, b) => (a.day < b.day ? -1 : 1))
            .map(({ day, code }) => (
              <li key={day}>
                <b>{formats.dateLong(day)}</b>
                <span>{t(`settings:holiday.${code}`)}</span>
                <span className="sp" />
                {canEdit && day >= today ? (
                  <Segmented
                    label={t('holidays.switch', { day: formats.dateLong(day) })}
                    value={isWorked(day) ? 'worked' : 'closed'}
                    onPick={(to) => setTurn({ day, to })}
                    segments={(['closed', 'worked'] as const).map((value) => ({
                      value,
                      label: t(`holidays.${value}`),
                    }))}
                  />
                ) : (
                  <span className="hint">{t(`holidays.${isWorked(day) ? 'worked' : 'closed'}`)}</span>
                )}
              </li>
            ))}
        </ul>
        <section className="exc">
          <header>
            <h2>{t('holidays.own')}</h2>
          </header>
          {own.length === 0 && <p className="hint">{t('holidays.noOwn')}</p>}
          <ul className="hol is-own">
            {own.map(({ day, label }) => (
              <li key={day}>
                <b>{formats.dateLong(day)}</b>
                <span className="trunc">{label}</span>
                <span className="sp" />
                {canEdit && day >= today && (
                  <button type="button" className="btn xs" onClick={() => setTurn({ day, to: 'given_back' })}>
                    {t('removal.act')}
                  </button>
                )}
              </li>
            ))}
          </ul>
          {canEdit && <ClosedDayForm today={today} onAsk={setTurn} />}
        </section>
      </div>
      {turn && <HolidayChange practiceId={practiceId} turn={turn} onClose={() => setTurn(null)} />}
    </div>
  );
}
