import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { IconCalendarPlus, IconChevronLeft, IconInfoCircle } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useFormats } from '../../lib/formats';
import { setupQuery } from '../../lib/practice-setup';
import { useScreenTitle } from '../../lib/screen-title';
import { useMembership } from '../../lib/session';
import { Button, IconButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { Kbd } from '../../ui/kbd';
import { Fill } from '../../ui/slot';
import { OccurrenceTable, type OccurrenceTableHandle } from './occurrence-table';
import './series.css';
import { SeriesDates } from './series-dates';
import { ruleFault } from './series-form';
import { SeriesPanel } from './series-panel';
import { SeriesRule } from './series-rule';
import { useSeries } from './use-series';

interface SeriesPageProps {
  readonly renderPatientPicker: (onPick: (patient: PatientHit) => void) => ReactNode;
  /** The day, on a visit when one is named. */
  readonly onOpenDay: (day: string | undefined, visitId: string | undefined) => void;
}

/** A series: the rule above, what each visit meets below, who and how many at the right. Nothing is written before the end. */
export function SeriesPage(props: SeriesPageProps) {
  const [round, setRound] = useState(0);
  return <Series key={round} {...props} onAnother={() => setRound(round + 1)} />;
}

function Series({ renderPatientPicker, onOpenDay, onAnother }: SeriesPageProps & { onAnother: () => void }) {
  const { t } = useTranslation('series');
  const formats = useFormats();
  const { practiceId } = useMembership();
  const { data: setup } = useSuspenseQuery(setupQuery(practiceId));
  const series = useSeries(setup);
  const { form, chosen, plan, tally, changed, choose, booked, submit } = series;
  const table = useRef<OccurrenceTableHandle>(null);
  const rule = useRef<HTMLDivElement>(null);
  const count = booked ? booked.visits.length : tally ? tally.booked + tally.undecided : form.count;
  const fault = ruleFault(form, chosen.durationMin);
  useScreenTitle(t('title'));
  const focusRule = () =>
    requestAnimationFrame(() => rule.current?.querySelector<HTMLElement>('select, input')?.focus());
  const hasPatient = form.patient !== null;
  useEffect(() => {
    // Without a patient the panel's own field has the focus; it goes with it when a draft brings the patient back.
    if (hasPatient && document.activeElement === document.body) {
      rule.current?.querySelector<HTMLElement>('select, input')?.focus();
    }
  }, [hasPatient]);
  useShortcut({
    ...{ id: 'series.submit', keys: 'Ctrl+Enter', scope: 'global', labelKey: 'series:keys.submit' },
    ...{ groupKey: 'series:keys.title', run: submit, enabled: booked === undefined },
  });
  /** Asked for before the first answer: the focus goes to the visits once they are there. */
  const goesOn = useRef(false);
  useEffect(() => {
    if (!goesOn.current || !table.current) return;
    goesOn.current = false;
    table.current.focusEntry();
  });
  const onRuleDone = () => {
    goesOn.current = !table.current?.focusEntry();
  };
  const lastKey = plan?.visits.at(-1)?.key;
  return (
    <div className="sr-page">
      <header className="bar">
        <IconButton
          icon={IconChevronLeft}
          label={t('back')}
          look="ghost"
          size="sm"
          onClick={() => onOpenDay(undefined, undefined)}
        />
        <h1>{t('heading', { count })}</h1>
        <span className="stats" role="status">
          {booked ? t('saved') : tally ? t('counts', { free: tally.booked, count: tally.undecided }) : t('preview')}
        </span>
        <span className="sp" />
        {!booked && form.ends === 'count' && lastKey && (
          <Button size="sm" icon={IconCalendarPlus} onClick={() => series.change({ count: form.count + 1 })}>
            {t('oneMore')}
          </Button>
        )}
      </header>
      {!booked && (
        <div ref={rule}>
          <SeriesRule series={series} onDone={onRuleDone} />
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls takes the keys that scroll it */}
      <section className="scroll" aria-label={t('table.caption')} aria-busy={series.isAsking} tabIndex={0}>
        {booked ? (
          <SeriesDates
            setup={setup}
            patientName={form.patient ? formats.nameFull(form.patient) : ''}
            motifName={chosen.motif?.name ?? ''}
            bring={chosen.motif?.bring ?? ''}
            places={booked.visits}
            onOpenFirst={() => onOpenDay(booked.visits[0]?.day, booked.visits[0]?.id)}
            onAnother={onAnother}
          />
        ) : (
          <>
            {changed.length > 0 && (
              <p className="band" role="alert">
                {t('changedBand', { count: changed.length })}
              </p>
            )}
            {plan ? (
              <>
                <OccurrenceTable
                  ref={table}
                  {...{ setup, changed, choose }}
                  visits={plan.visits}
                  isFresh={series.isFresh}
                  kind="book"
                  onReady={submit}
                />
                <p className="sr-info">
                  <Icon of={IconInfoCircle} />
                  {t('previewInfo')}
                </p>
              </>
            ) : (
              <div className="sr-empty">
                <EmptyState>
                  {t(form.patient ? (fault ? `rule.faults.${fault}` : 'emptyRule') : 'emptyPatient')}
                </EmptyState>
              </div>
            )}
          </>
        )}
      </section>
      {!booked && (
        <SeriesPanel
          series={series}
          renderPatientPicker={renderPatientPicker}
          onPicked={focusRule}
          onClose={() => onOpenDay(undefined, undefined)}
        />
      )}
      {!booked && (
        <Fill slot="footEnd">
          <Kbd keys="ArrowUp" /> <Kbd keys="ArrowDown" /> {t('foot.visit')} · <Kbd keys="1" /> <Kbd keys="2" />{' '}
          <Kbd keys="3" /> {t('foot.place')} · <Kbd keys="S" /> {t('foot.skip')}
        </Fill>
      )}
    </div>
  );
}
