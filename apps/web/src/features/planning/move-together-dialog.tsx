import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { partsOfDay } from '@pupitre/shared/planning/free-day';
import { moveTogether } from '@pupitre/shared/planning/together.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { refreshDays } from '../../lib/day-copies';
import { useFormats } from '../../lib/formats';
import { useMembership } from '../../lib/session';
import { useRefusalWords } from '../../lib/use-refusal-words';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import { useDayScreen } from './day-screen-context';
import { isStill, type PlannedMove, planTogether } from './move-together-plan';
import { dayQuery } from './planning.queries';
import { canMove } from './visit-acts';

const ALL = 'all';
type Part = keyof typeof partsOfDay | typeof ALL;

/** A morning, or a whole day, to another hour, column or day: what each visit would meet is seen before any moves. */
export function MoveTogetherDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('together');
  const move = useMoveTogether(onClose);
  const { planned, chosen, toggle, fault } = move;
  const formId = useId();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    move.submit();
  };
  const refused = planned.filter(({ refusals }) => refusals.length > 0).length;
  return (
    <Dialog
      title={t('move.title')}
      onClose={onClose}
      foot={
        <>
          {refused > 0 && <Button onClick={move.leaveRefused}>{t('move.leave', { count: refused })}</Button>}
          <Button look="primary" type="submit" form={formId} disabled={!move.isReady}>
            {t('move.submit', { count: planned.length })}
          </Button>
        </>
      }
    >
      <form id={formId} className="together-form" onSubmit={onSubmit}>
        <SourceFields move={move} />
        <DestinationFields move={move} />
      </form>
      {fault !== null && <ErrorState error={fault} kept={t('move.kept')} />}
      {move.visits.length === 0 ? (
        <EmptyState>{t('move.none')}</EmptyState>
      ) : (
        <ul className="together-list" aria-label={t('move.list')}>
          {move.visits.map((visit) => (
            <VisitRow
              key={visit.id}
              visit={visit}
              plan={planned.find((plan) => plan.visit.id === visit.id)}
              isChosen={chosen.has(visit.id)}
              onToggle={() => toggle(visit.id)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

type Move = ReturnType<typeof useMoveTogether>;

function useMoveTogether(onClose: () => void) {
  const { practiceId, setup, day, now, columns, acts } = useDayScreen();
  const { permissions } = useMembership();
  const client = useQueryClient();
  const [column, setColumn] = useState(columns[0]?.resource.id ?? '');
  const [part, setPart] = useState<Part>(ALL);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [toDay, setToDay] = useState<LocalDay>(day);
  const [toColumn, setToColumn] = useState('');
  const [shift, setShift] = useState('0');
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const there = useQuery(dayQuery(practiceId, toDay));

  const span = part === ALL ? { startMin: 0, endMin: 1440 } : partsOfDay[part];
  const visits = (columns.find(({ resource }) => resource.id === column)?.visits ?? [])
    .filter((visit) => canMove(visit, permissions) && visit.startMin >= span.startMin && visit.startMin < span.endMin)
    .toSorted((a, b) => a.startMin - b.startMin);
  const chosen = new Set(visits.map(({ id }) => id).filter((id) => !left.has(id)));
  const shiftMin = /^[+-]?\d{1,4}$/.test(shift.trim()) ? Number(shift) : Number.NaN;
  const choice = { day: toDay, resourceId: toColumn || null, shiftMin: Number.isNaN(shiftMin) ? 0 : shiftMin };
  const planned = planTogether(
    visits.filter(({ id }) => chosen.has(id)),
    choice,
    { setup, now, appointments: there.data?.appointments },
  );
  const isReady =
    !isBusy &&
    there.data !== undefined &&
    !Number.isNaN(shiftMin) &&
    planned.length > 0 &&
    planned.every((plan) => plan.refusals.length === 0 && !isStill(plan));

  const submit = async () => {
    if (!isReady) return;
    setBusy(true);
    setFault(null);
    const inHand = planned.map(({ visit: { id, version } }) => ({ appointmentId: id, version }));
    const body = { visits: inHand, day: toDay, resourceId: toColumn || null, shiftMin, override: null };
    try {
      const { appointments, act } = await callApi(moveTogether, { params: { practiceId }, body });
      const [first] = appointments;
      if (first) acts.tell({ appointment: first, act });
      refreshDays(client, practiceId);
      onClose();
    } catch (error) {
      setFault(error);
      refreshDays(client, practiceId);
      setBusy(false);
    }
  };
  const toggle = (id: string) => setLeft(toggled(left, id));
  const leaveRefused = () =>
    setLeft(new Set([...left, ...planned.filter(({ refusals }) => refusals.length > 0).map(({ visit }) => visit.id)]));
  return {
    ...{ visits, chosen, planned, toggle, leaveRefused, isReady, submit: () => void submit(), fault },
    ...{ column, setColumn, part, setPart, toDay, setToDay, toColumn, setToColumn, shift, setShift },
    isShiftWrong: Number.isNaN(shiftMin),
  };
}

function toggled(held: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(held);
  if (!next.delete(id)) next.add(id);
  return next;
}

function SourceFields({ move }: { move: Move }) {
  const { t } = useTranslation('together');
  const { columns } = useDayScreen();
  return (
    <fieldset>
      <legend>{t('move.from')}</legend>
      <ChoiceInput
        data-autofocus
        label={t('move.column')}
        choices={columns.map(({ resource: { id, name } }) => ({ value: id, label: name }))}
        value={move.column}
        onPick={move.setColumn}
      />
      <ChoiceInput
        label={t('move.part')}
        choices={[ALL, 'morning', 'afternoon'].map((value) => ({ value, label: t(`part.${value as Part}`) }))}
        value={move.part}
        onPick={(value) => move.setPart(value as Part)}
      />
    </fieldset>
  );
}

function DestinationFields({ move }: { move: Move }) {
  const { t } = useTranslation('together');
  const { setup } = useDayScreen();
  const offered = setup.resources.filter(({ active }) => active);
  return (
    <fieldset>
      <legend>{t('move.to')}</legend>
      <TextInput
        label={t('move.day')}
        type="date"
        required
        value={move.toDay}
        onChange={(event) => event.currentTarget.value && move.setToDay(event.currentTarget.value)}
      />
      <ChoiceInput
        label={t('move.column')}
        choices={[
          { value: '', label: t('move.sameColumn') },
          ...offered.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={move.toColumn}
        onPick={move.setToColumn}
      />
      <TextInput
        label={t('move.shift')}
        help={t('move.shiftHelp')}
        fault={move.isShiftWrong ? t('move.shiftWrong') : undefined}
        inputMode="numeric"
        value={move.shift}
        onChange={(event) => move.setShift(event.currentTarget.value)}
      />
    </fieldset>
  );
}

interface VisitRowProps {
  readonly visit: AppointmentCard;
  readonly plan: PlannedMove | undefined;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function VisitRow({ visit, plan, isChosen, onToggle }: VisitRowProps) {
  const { t } = useTranslation('together');
  const { words, day } = useDayScreen();
  const formats = useFormats();
  const sayRefusal = useRefusalWords(words.closed);
  const reasons = plan?.refusals.map((refusal) => sayRefusal(refusal, plan.to.day)) ?? [];
  const time = plan && plan.to.startMin >= 0 && plan.to.startMin < 1440 ? formats.timeOfMinutes(plan.to.startMin) : '–';
  const target = plan && (plan.to.day === day ? time : `${formats.dateMedium(plan.to.day)}, ${time}`);
  return (
    <li className={reasons.length > 0 ? 'is-refused' : undefined}>
      <label>
        <input type="checkbox" checked={isChosen} onChange={onToggle} />
        <span className="together-time">{formats.timeOfMinutes(visit.startMin)}</span>
        <span className="trunc">{formats.nameFull(visit.patient)}</span>
      </label>
      {plan && !isStill(plan) && (
        <span className="together-to">
          <Icon of={reasons.length > 0 ? IconX : IconCheck} />
          {t('move.goes', { to: target })}
        </span>
      )}
      {reasons.length > 0 && <span className="together-why">{[...new Set(reasons)].join(' ')}</span>}
    </li>
  );
}
