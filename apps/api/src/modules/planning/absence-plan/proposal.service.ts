import { Injectable } from '@nestjs/common';
import type { LineProposals, PlanLine } from '@pupitre/shared/planning/absence-plan.contract';
import type { FreeSlot } from '@pupitre/shared/planning/availability';
import { intervalsOverlap } from '@pupitre/shared/planning/interval';
import { allocateProposals, candidatesNeeded, isLeft, type VisitToReplace } from '@pupitre/shared/planning/replacing';
import { addDays, daysBetween, isoWeekday, todayIn, toLocal } from '@pupitre/shared/time/zone';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type KeptAbsence, PracticeAgendas } from '../../practices/practices.public.js';
import { FreeSlotFinder, type SlotQuestion } from '../free-slot.finder.js';
import { AbsencePlanService } from './absence-plan.service.js';
import { planLines } from './plan-lines.js';
import { RebookingRepository } from './rebooking.repository.js';

type Motif = NonNullable<Awaited<ReturnType<PracticeAgendas['motif']>>>;
type Motifs = ReadonlyMap<string, Motif>;

/** Visits looked after at once; those further down the list have their turn when the first ones are settled. */
const linesAtOnce = 60;
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
    const zone = await this.plans.zoneOf(absence);
    const rows = await this.rebookings.list(absence, appointmentId);
    // Whoever sits in the waiting room is spoken to, not moved.
    const left = planLines(rows, absence, zone, this.clock.now()).filter(
      ({ state, status }) => isLeft(state) && status !== 'arrived',
    );
    const lines = left.slice(0, linesAtOnce);
    const visits = await this.candidates(lines, absence, zone);
    const plan = allocateProposals(visits, new Map(shown.map((one) => [one.appointmentId, one.proposals])));
    return [...plan].map(([id, proposals]) => ({ appointmentId: id, proposals: [...proposals] }));
  }

  private async candidates(lines: readonly PlanLine[], absence: KeptAbsence, zone: string): Promise<VisitToReplace[]> {
    const motifs = await this.motifsOf(lines);
    const search = new PlaceSearch(this.finder, lines, absence, motifs, zone);
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

  private async motifsOf(lines: readonly PlanLine[]): Promise<Motifs> {
    const motifs = new Map<string, Motif>();
    for (const motifId of new Set(lines.map((line) => line.motifId))) {
      const motif = await this.agendas.motif(motifId);
      if (motif) motifs.set(motifId, motif);
    }
    return motifs;
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

/** Asks the finder once for all visits that the same places would suit. */
class PlaceSearch {
  private readonly asked = new Map<string, Promise<FreeSlot[]>>();

  constructor(
    private readonly finder: FreeSlotFinder,
    private readonly lines: readonly PlanLine[],
    private readonly absence: KeptAbsence,
    private readonly motifs: Motifs,
    private readonly zone: string,
  ) {}

  async placesFor(line: PlanLine): Promise<VisitToReplace['candidates']> {
    // Of a room in repair the visits stay with their practitioner: another room may do.
    const { day, resourceId } = line.from;
    const monday = addDays(day, 1 - isoWeekday(day));
    const starts = toLocal(this.absence.startsAt, this.zone);
    const needed = candidatesNeeded(
      line.durationMin,
      this.lines.map(({ durationMin }) => durationMin),
    );
    const own = { resourceIds: [resourceId], fromDay: starts.day, fromMin: starts.minutes, toDay: null };
    const anybody = { resourceIds: [], fromDay: monday, fromMin: 0, toDay: addDays(monday, 6) };
    const sameWeek = byDistance(line, await this.find(line, anybody, mostCandidates));
    return {
      same_practitioner: await this.find(line, own, Math.min(mostCandidates, needed)),
      same_day: sameWeek.filter((slot) => slot.day === day && slot.resourceId !== resourceId),
      same_week: sameWeek,
    };
  }

  private find({ motifId, durationMin }: PlanLine, where: Where, limit: number): Promise<FreeSlot[]> {
    const key = JSON.stringify([where, durationMin, limit, alike(this.motifs.get(motifId))]);
    const question = { ...where, motifId, durationMin, limit };
    const found = this.asked.get(key) ?? this.finder.find({ ...anyTime, weekdays: [], ...question });
    this.asked.set(key, found);
    return found;
  }
}

type Where = Pick<SlotQuestion, 'resourceIds' | 'fromDay' | 'fromMin' | 'toDay'>;

const anyTime = { partOfDay: null, noticeMin: 0, skip: 0 } as const;

/** What of a motif decides which places suit it: two motifs alike in this are one question. */
function alike(motif: Motif | undefined) {
  if (!motif) return null;
  const { id: _, name: _name, shortName: _short, color: _color, usualActs: _acts, version: _version, ...rest } = motif;
  const { say: _say, bring: _bring, minutes: _minutes, ...deciding } = rest;
  return deciding;
}

/** The nearest to the hour that was given first, whichever side. */
function byDistance({ from }: PlanLine, slots: readonly FreeSlot[]): FreeSlot[] {
  const distance = (slot: FreeSlot) => Math.abs(daysBetween(from.day, slot.day) * 1440 + slot.startMin - from.startMin);
  return [...slots].sort((a, b) => distance(a) - distance(b));
}
