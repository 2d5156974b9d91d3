import { parseTime } from '@pupitre/shared/formats/parse';
import { addDays, isoWeekday, isRealDay } from '@pupitre/shared/time/zone';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { offeredMotifs } from '../../lib/offered-motifs';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import type { SeriesForm } from './series-form';
import type { SeriesInHand } from './use-series';

/** A Monday: names of the days of a week are read from it. */
const someMonday = '2026-03-02';

/** Why, with whom, which days, at what time, how many: the rule. Each change asks the agenda again. */
export function SeriesRule({ series, onDone }: { series: SeriesInHand; onDone: () => void }) {
  const { t } = useTranslation('series');
  const { setup, form, change, chosen } = series;
  const columns = setup.resources.filter(({ id, active }) => active && offeredMotifs(setup, id).length > 0);
  const enter = (event: React.KeyboardEvent) => event.key === 'Enter' && !event.ctrlKey && onDone();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in any of its fields goes on to the visits
    <div className="sr-rule" onKeyDown={enter}>
      <ChoiceInput
        label={t('rule.motif')}
        choices={offeredMotifs(setup, form.resourceId).map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen.motif?.id ?? ''}
        onPick={(motifId) => change({ motifId, durationMin: null, choices: {} })}
      />
      <ChoiceInput
        label={t('rule.agenda')}
        choices={columns.map(({ id }) => ({ value: id, label: columnName(setup, id) }))}
        value={chosen.resourceId ?? ''}
        onPick={(resourceId) => change({ resourceId, choices: {} })}
      />
      <NumberBox
        label={t('rule.minutes')}
        value={chosen.durationMin}
        onChange={(durationMin) => change({ durationMin })}
      />
      <Days series={series} />
      <TimeBox
        label={t('rule.time')}
        minute={form.startMin}
        onChange={(startMin) => change({ startMin, choices: {} })}
      />
      <TextInput
        label={t('rule.from')}
        type="date"
        value={form.from}
        onChange={(event) => change({ from: event.currentTarget.value, choices: {} })}
      />
      <Rhythm series={series} />
      <End series={series} />
      <label className="set-check sr-skip">
        <input
          type="checkbox"
          checked={form.skipHolidays}
          onChange={(event) => change({ skipHolidays: event.currentTarget.checked })}
        />
        {t('rule.skipHolidays')}
      </label>
    </div>
  );
}

function Days({ series: { form, change } }: { series: SeriesInHand }) {
  const { t } = useTranslation('series');
  const formats = useFormats();
  const toggle = (day: number) => {
    const weekdays = form.weekdays.includes(day) ? form.weekdays.filter((one) => one !== day) : [...form.weekdays, day];
    if (weekdays.length > 0) change({ weekdays, choices: {} });
  };
  return (
    <fieldset className="field sr-days">
      <legend>{t('rule.days')}</legend>
      <div className="sr-weekdays">
        {[1, 2, 3, 4, 5, 6, 7].map((day) => {
          const name = formats.weekday(addDays(someMonday, day - 1));
          return (
            <label key={day} title={name}>
              <input
                type="checkbox"
                className="sr"
                aria-label={name}
                checked={form.weekdays.includes(day)}
                onChange={() => toggle(day)}
              />
              <span aria-hidden="true">{name.slice(0, 2)}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** Days of the working week when it is counted in days: whoever works on Saturday says so. */
const workingWeek = [1, 2, 3, 4, 5];

function Rhythm({ series: { form, change } }: { series: SeriesInHand }) {
  const { t } = useTranslation('series');
  const pick = (unit: SeriesForm['unit']) => {
    const weekdays = unit === 'day' ? workingWeek : isRealDay(form.from) ? [isoWeekday(form.from)] : form.weekdays;
    change({ unit, weekdays, choices: {} });
  };
  return (
    <>
      <ChoiceInput
        label={t('rule.rhythm')}
        choices={[
          { value: 'week', label: t('rule.inWeeks') },
          { value: 'day', label: t('rule.inDays') },
        ]}
        value={form.unit}
        onPick={pick}
      />
      <NumberBox
        label={t(form.unit === 'day' ? 'rule.everyDays' : 'rule.every')}
        value={form.every}
        onChange={(every) => change({ every, choices: {} })}
      />
    </>
  );
}

function End({ series: { form, change } }: { series: SeriesInHand }) {
  const { t } = useTranslation('series');
  return (
    <div className="sr-ends">
      <ChoiceInput
        label={t('rule.ends')}
        choices={[
          { value: 'count', label: t('rule.endsCount') },
          { value: 'until', label: t('rule.endsUntil') },
        ]}
        value={form.ends}
        onPick={(ends) => change({ ends, choices: {} })}
      />
      {form.ends === 'count' ? (
        <NumberBox label={t('rule.count')} value={form.count} onChange={(count) => change({ count })} />
      ) : (
        <TextInput
          label={t('rule.until')}
          type="date"
          min={form.from}
          value={form.until}
          onChange={(event) => change({ until: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

interface BoxProps {
  readonly label: string;
  readonly onChange: (value: number) => void;
}

function NumberBox({ label, value, onChange }: BoxProps & { readonly value: number }) {
  return (
    <TextInput
      label={label}
      type="number"
      inputMode="numeric"
      min={1}
      value={value || ''}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber || 0)}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}

/** « 14h30 », « 1430 » or « 14:30 »; what is no time is put back as it was. */
export function TimeBox({ label, minute, onChange }: BoxProps & { readonly minute: number }) {
  const formats = useFormats();
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    const wanted = typed === null ? null : parseTime(typed);
    setTyped(null);
    if (wanted !== null && wanted < 1440 && wanted !== minute) onChange(wanted);
  };
  return (
    <TextInput
      label={label}
      value={typed ?? formats.timeOfMinutes(minute)}
      autoComplete="off"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
    />
  );
}
