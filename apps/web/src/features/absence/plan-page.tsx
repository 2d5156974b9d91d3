import type { AbsencePlan, PlanLine } from '@pupitre/shared/planning/absence-plan.contract';
import { readCallList } from '@pupitre/shared/planning/absence-plan.contract';
import { isLeft, replacingProgress } from '@pupitre/shared/planning/replacing';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { todayIn, toLocal } from '@pupitre/shared/time/zone';
import { IconChevronLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { serverNow } from '../../lib/clock';
import { useScreenTitle } from '../../lib/screen-title';
import { useMay } from '../../lib/session';
import { useCallList } from '../../lib/use-call-list';
import { Button, IconButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Fill } from '../../ui/slot';
import { planQuery, proposalsQuery } from './absence.queries';
import { type AbsenceWords, useAbsenceWords } from './absence-words';
import './absence.css';
import { LiftDialog } from './lift-dialog';
import { Priority } from './plan-chips';
import { PlanPanel } from './plan-panel';
import { PlanProgress } from './plan-progress';
import { PlanSteps } from './plan-steps';
import { PlanTable } from './plan-table';
import { PrintedCalls } from './printed-calls';
import { useLineInHand } from './use-line-in-hand';
import { usePlanActs } from './use-plan-acts';
import { usePlanKeys } from './use-plan-keys';

interface PlanPageProps {
  readonly practiceId: string;
  readonly absenceId: string;
  readonly setup: PracticeSetup;
  /** Back to the day of the absence. */
  readonly onBack: (day: string | undefined) => void;
}

/** The list of calls of an absence, from the first number to the last answer. */
export function PlanPage({ practiceId, absenceId, setup, onBack }: PlanPageProps) {
  const { t } = useTranslation('absence-plan');
  const { data: plan, error, refetch } = useQuery(planQuery(practiceId, absenceId));
  useScreenTitle(t('title'));
  const isGone = error instanceof ApiProblem && error.code === 'resource.not_found';
  if (plan && !isGone) return <Plan {...{ practiceId, setup, plan, onBack }} />;
  return (
    <>
      <div className="bar">
        <h1>{t('title')}</h1>
      </div>
      <div className="scroll ab-pad">
        {isGone ? (
          <EmptyState act={<Button onClick={() => onBack(undefined)}>{t('act.back')}</Button>}>{t('gone')}</EmptyState>
        ) : (
          error && <ErrorState error={error} onRetry={() => void refetch()} />
        )}
      </div>
    </>
  );
}

interface PlanProps extends Pick<PlanPageProps, 'practiceId' | 'setup' | 'onBack'> {
  readonly plan: AbsencePlan;
}

function Plan({ practiceId, setup, plan, onBack }: PlanProps) {
  const { t } = useTranslation('absence-plan');
  const { absence, lines } = plan;
  const words = useAbsenceWords(setup);
  const box = useRef<HTMLTableElement>(null);
  const [chosenId, choose] = useState<string | null>(null);
  const { data: offered } = useQuery(proposalsQuery(practiceId, absence.id));
  const proposals = useMemo(
    () => new Map(offered?.lines.map(({ appointmentId, proposals: places }) => [appointmentId, places])),
    [offered],
  );
  const line = lines.find(({ appointmentId }) => appointmentId === chosenId);
  const next = nextToCall(lines, chosenId);
  const focusLine = (id: string) => box.current?.querySelector<HTMLElement>(`[data-line="${id}"]`)?.focus();
  const acts = usePlanActs(practiceId, absence.id, words);
  const hand = useLineInHand(practiceId, line, (line && proposals.get(line.appointmentId)) ?? [], acts, (settled) => {
    const after = nextToCall(lines, settled.appointmentId);
    focusLine(after?.appointmentId ?? settled.appointmentId);
  });
  usePlanKeys(box, lines, chosenId, hand, focusLine);
  const { zone } = setup.practice;
  const today = todayIn(zone, serverNow());
  const isOneDay = new Set(lines.map(({ from }) => from.day)).size < 2;
  const list = useCallList(() => callApi(readCallList, { params: { practiceId, absenceId: absence.id } }));
  return (
    <>
      <PlanBar {...{ practiceId, plan, words, onBack }} zone={zone} onPrint={list.print} isPrinting={list.isPending} />
      <Steps plan={plan} words={words} offered={proposals.size} />
      {lines.length === 0 ? (
        <div className="scroll ab-pad">
          <EmptyState>{t('noneHit')}</EmptyState>
        </div>
      ) : (
        <>
          <PlanProgress lines={lines} />
          <div className="scroll">
            <PlanTable
              {...{ box, lines, proposals, chosenId, today, isOneDay, words }}
              absentId={absence.resourceId}
              onChoose={choose}
            />
          </div>
        </>
      )}
      {line && (
        <PlanPanel
          {...{ hand, line, next, words, absence, today }}
          onNext={() => next && focusLine(next.appointmentId)}
          onBackToRow={() => focusLine(line.appointmentId)}
          onClose={() => choose(null)}
        />
      )}
      <Legend />
      {list.phones && <PrintedCalls {...{ plan, setup, words, proposals }} phones={list.phones} />}
    </>
  );
}

/** The next one to be called below, then from the top again. */
function nextToCall(lines: readonly PlanLine[], fromId: string | null): PlanLine | undefined {
  const at = lines.findIndex(({ appointmentId }) => appointmentId === fromId);
  return [...lines.slice(at + 1), ...lines.slice(0, Math.max(0, at))].find(({ state }) => isLeft(state));
}

interface PlanBarProps extends Pick<PlanProps, 'practiceId' | 'plan' | 'onBack'> {
  readonly words: AbsenceWords;
  readonly zone: string;
  readonly onPrint: () => void;
  readonly isPrinting: boolean;
}

function PlanBar({ practiceId, plan, words, zone, onBack, onPrint, isPrinting }: PlanBarProps) {
  const { t } = useTranslation('absence-plan');
  const may = useMay();
  const [isLifting, setLifting] = useState(false);
  const { absence, lines } = plan;
  const day = toLocal(new Date(absence.startsAt), zone).day;
  const canPrint = may('patient.reveal_phone') && lines.some(({ state }) => isLeft(state));
  useShortcut({
    id: 'absence.print',
    keys: 'Ctrl+P',
    scope: 'global',
    enabled: canPrint,
    labelKey: 'absence-plan:act.print',
    groupKey: 'absence-plan:title',
    run: onPrint,
  });
  return (
    <div className="bar">
      <IconButton icon={IconChevronLeft} label={t('act.back')} look="ghost" size="sm" onClick={() => onBack(day)} />
      <h1>{words.title(absence.resourceId)}</h1>
      <span className="stats">
        <span>{words.span(absence)}</span>
        <span>{t('internalReason', { reason: words.reason(absence) })}</span>
      </span>
      <span className="sp" />
      {canPrint && (
        <Button size="sm" icon={IconPrinter} keys="Ctrl+P" busy={isPrinting} onClick={onPrint}>
          {t('act.print')}
        </Button>
      )}
      {may('absence.edit') && (
        <Button size="sm" look="danger" onClick={() => setLifting(true)}>
          {t('act.lift')}
        </Button>
      )}
      {isLifting && (
        <LiftDialog
          {...{ practiceId, lines }}
          absenceId={absence.id}
          onClose={() => setLifting(false)}
          onLifted={() => onBack(day)}
        />
      )}
    </div>
  );
}

function Steps({ plan, words, offered }: { plan: AbsencePlan; words: AbsenceWords; offered: number }) {
  const { t } = useTranslation('absence-plan');
  const { done, total } = replacingProgress(plan.lines.map(({ state }) => state));
  return (
    <PlanSteps
      current={done === total ? 'summary' : 'told'}
      steps={[
        {
          id: 'noted',
          title: t('steps.noted'),
          note: words.noted({ by: plan.notedBy, at: plan.notedAt }),
        },
        { id: 'hit', title: t('steps.hit', { count: total }), note: t('steps.offered', { count: offered }) },
        { id: 'told', title: t('steps.told'), note: t('steps.progress', { done, total }) },
        {
          id: 'summary',
          title: t('steps.summary'),
          note: t(done === total ? 'steps.allSettled' : 'steps.left', { count: total - done }),
        },
      ]}
    />
  );
}

function Legend() {
  const { t } = useTranslation('absence-plan');
  return (
    <Fill slot="footEnd">
      <span className="legend">
        {([1, 2, 3] as const).map((value) => (
          <span key={value} aria-hidden="true">
            <Priority value={value} /> {t(`priority.${value}`)}
          </span>
        ))}
      </span>
    </Fill>
  );
}
