import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { LineProposals, PlanLine } from '@pupitre/shared/planning/absence-plan.contract';
import type { findFreeSlots } from '@pupitre/shared/planning/appointment.contract';
import type { FreeSlot } from '@pupitre/shared/planning/availability';
import { intervalsOverlap } from '@pupitre/shared/planning/interval';
import { allocateProposals, candidatesNeeded, isLeft, type VisitToReplace } from '@pupitre/shared/planning/replacing';
import { addDays, daysBetween, isoWeekday, type LocalDay, todayIn, toLocal } from '@pupitre/shared/time/zone';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type KeptAbsence, PracticeAgendas } from '../../practices/practices.public.js';
import { FreeSlotFinder } from '../free-slot.finder.js';
import { AbsencePlanService } from './absence-plan.service.js';
import { planLines } from './plan-lines.js';
import { RebookingRepository } from './rebooking.repository.js';

type SlotQuestion = InputOf<typeof findFreeSlots>['body'];
type Motifs = ReadonlyMap<string, Awaited<ReturnType<PracticeAgendas['motif']>>>;

/** Visits looked after at once; those further down the list have their turn when the first ones are settled. */
const linesAtOnce = 120;
/** Places read for one question, whatever the table: beyond, the desk looks with F8. */
const mostCandidates = 200;
const lookBackDays = 7;
const lookAheadDays = 800;

/** Places for the whole table: the finder says what is free, the rule shares it out. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: AbsencePlanService,
    private readonly agendas: PracticeAgendas,
    private readonly rebookings: RebookingRepository,
    private readonly finder: FreeSlotFinder,
    private readonly clock: Clock,
  ) {}

  async propose(absenceId: string, shown: readonly LineProposals[]): Promise<{ lines: LineProposals[] }> {
    const absence = await this.plans.get(absenceId);
    return { lines: await this.proposalsFor(absence, null, shown) };
  }

  /** New places for one visit, after the one it was given has gone. */
  async proposeOne(absence: KeptAbsence, appointmentId: string): Promise<LineProposals['proposals']> {
    const [line] = await this.proposalsFor(absence, appointmentId, []);
    return line?.proposals ?? [];
  }

  private async proposalsFor(
    absence: KeptAbsence,
    appointmentId: string | null,
    shown: readonly LineProposals[],
  ): Promise<LineProposals[]> {
    const { zone } = this.unitOfWork.membership;
    const rows = await this.rebookings.list(absence, appointmentId);
    // Whoever sits in the waiting room is spoken to, not moved.
    const left = planLines(rows, absence, zone, this.clock.now()).filter(
      ({ state, status }) => isLeft(state) && status !== 'arrived',
    );
    const lines = left.slice(0, linesAtOnce);
    const visits = await this.candidates(lines, absence);
    const plan = allocateProposals(visits, new Map(shown.map((one) => [one.appointmentId, one.proposals])));
    return [...plan].map(([id, proposals]) => ({ appointmentId: id, proposals: [...proposals] }));
  }

  private async candidates(lines: readonly PlanLine[], absence: KeptAbsence): Promise<VisitToReplace[]> {
    const motifs: Motifs = new Map(
      await Promise.all(
        [...new Set(lines.map(({ motifId }) => motifId))].map(
          async (motifId) => [motifId, await this.agendas.motif(motifId)] as const,
        ),
      ),
    );
    const search = new PlaceSearch(
      this.finder,
      lines,
      absence,
      motifs,
      this.unitOfWork.membership.zone,
      this.clock.now(),
    );
    const busy = await this.busyOf(lines);
    const visits: VisitToReplace[] = [];
    for (const line of lines) {
      const motif = motifs.get(line.motifId);
      const suits = (slot: FreeSlot) =>
        !busy.some(
          (held) => held.patientId === line.patient.id && held.day === slot.day && intervalsOverlap(held, slot),
        );
      const found = await search.placesFor(line);
      visits.push({
        id: line.appointmentId,
        beforeMin: motif?.beforeMin ?? 0,
        afterMin: motif?.afterMin ?? 0,
        candidates: {
          same_practitioner: found.same_practitioner.filter(suits),
          same_day: found.same_day.filter(suits),
          same_week: found.same_week.filter(suits),
        },
      });
    }
    return visits;
  }

  private busyOf(lines: readonly PlanLine[]) {
    const today = todayIn(this.unitOfWork.membership.zone, this.clock.now());
    return this.rebookings.busyOf(
      lines.map(({ patient }) => patient.id),
      lines.map(({ appointmentId }) => appointmentId),
      addDays(today, -lookBackDays),
      addDays(today, lookAheadDays),
    );
  }
}

/** Asks the finder once for all visits of one motif, length and day. */
class PlaceSearch {
  private readonly asked = new Map<string, Promise<FreeSlot[]>>();

  constructor(
    private readonly finder: FreeSlotFinder,
    private readonly lines: readonly PlanLine[],
    private readonly absence: KeptAbsence,
    private readonly motifs: Motifs,
    private readonly zone: string,
    private readonly now: Date,
  ) {}

  async placesFor(line: PlanLine): Promise<VisitToReplace['candidates']> {
    const { day } = line.from;
    const today = todayIn(this.zone, this.now);
    const monday = addDays(day, 1 - isoWeekday(day));
    const nearest = byDistance(line);
    const others = this.motifs.get(line.motifId)?.resourceIds.filter((id) => id !== this.absence.resourceId) ?? [];
    const starts = toLocal(this.absence.startsAt, this.zone);
    const own = [this.absence.resourceId];
    return {
      same_practitioner: await this.find(line, own, { fromDay: starts.day, fromMin: starts.minutes, toDay: null }),
      same_day:
        day < today || others.length === 0
          ? []
          : nearest(await this.find(line, others, { fromDay: day, fromMin: 0, toDay: day })),
      same_week: nearest(await this.find(line, [], { fromDay: monday, fromMin: 0, toDay: addDays(monday, 6) })),
    };
  }

  private find(
    { motifId, durationMin }: PlanLine,
    resourceIds: readonly string[],
    when: Pick<SlotQuestion, 'fromDay' | 'fromMin' | 'toDay'>,
  ): Promise<FreeSlot[]> {
    const key = JSON.stringify([
      motifId,
      durationMin,
      resourceIds.length === 1 ? resourceIds : resourceIds.length,
      when,
    ]);
    const durations = this.lines.map((line) => line.durationMin);
    // Every visit takes one place of each kind at most.
    const limit = Math.min(mostCandidates, 3 * candidatesNeeded(durationMin, durations));
    const question = { ...when, motifId, durationMin, resourceIds: [...resourceIds], limit };
    const found = this.asked.get(key) ?? this.finder.find({ ...anyTime, weekdays: [], ...question });
    this.asked.set(key, found);
    return found;
  }
}

const anyTime = { partOfDay: null, noticeMin: 0, skip: 0 } as const;

/** The nearest to the hour that was given, whichever side. */
function byDistance({ from }: PlanLine): (slots: readonly FreeSlot[]) => FreeSlot[] {
  const distance = (slot: { day: LocalDay; startMin: number }) =>
    Math.abs(daysBetween(from.day, slot.day) * 1440 + slot.startMin - from.startMin);
  return (slots) => [...slots].sort((a, b) => distance(a) - distance(b));
}
