import { Injectable } from '@nestjs/common';
import { phoneRegionOf } from '@pupitre/shared/fr/phone-region';
import { choiceKey, traitsOf } from '@pupitre/shared/import/agenda/agenda-columns';
import { choosePatient } from '@pupitre/shared/import/agenda/patient-choice';
import { visitWords } from '@pupitre/shared/import/agenda/visit-words';
import type { CalendarEvent } from '@pupitre/shared/import/ics/calendar-event';
import {
  type CalendarIndex,
  isCurrent,
  replacedOccurrences,
  trustedUid,
} from '@pupitre/shared/import/ics/calendar-index';
import { type ExpandedEvent, importWindow, occurrencesOf } from '@pupitre/shared/import/ics/occurrences';
import type { ZoneBlock } from '@pupitre/shared/import/ics/zone-block';
import { zoneClocks } from '@pupitre/shared/import/ics/zone-clock';
import { todayIn } from '@pupitre/shared/time/zone';
import { Clock } from '../../../platform/clock.js';
import type { StagedLine } from '../import-line.repository.js';
import { settle } from './agenda-choice.js';
import { AgendaOverlaps } from './agenda-overlaps.js';
import { AgendaPatientRepository } from './agenda-patient.repository.js';
import type { AgendaReading, TraitCounts } from './agenda-reading.js';
import { AgendaSetupRepository } from './agenda-setup.repository.js';
import { AgendaVisitRepository, type StagedVisit } from './agenda-visit.repository.js';
import { draftVisits, type JudgedEventText } from './visit-draft.js';

/** Days that one recurrence may look at: a daily one with a COUNT, from the year 1900 on. */
const daysOfEvent = 150_000;
/** And all those of a file: six thousand weekly visits of two years, ten times over. */
const daysOfWork = 50_000_000;
/** A few milliseconds. */
const daysABreath = 5_000;

/** From events to staged lines: when, which column, which motif, which patient, and what an earlier import made of it. */
@Injectable()
export class AgendaJudge {
  constructor(
    private readonly setups: AgendaSetupRepository,
    private readonly patients: AgendaPatientRepository,
    private readonly visits: AgendaVisitRepository,
    private readonly overlaps: AgendaOverlaps,
    private readonly clock: Clock,
  ) {}

  async begin(
    importId: string,
    index: CalendarIndex,
    zones: readonly ZoneBlock[],
    traits: TraitCounts,
    events: number,
  ): Promise<AgendaReading> {
    const setup = await this.setups.practice();
    const now = this.clock.now();
    const today = todayIn(setup.zone, now);
    const known = (await this.setups.find(importId)) ?? (await this.setups.remembered());
    const choice = settle([...traits.values()], known, setup);
    const agenda = { ...choice, window: importWindow(today), counts: { events, past: 0, later: 0 } };
    await this.setups.put(importId, agenda);
    return {
      ...{ importId, index, setup, agenda, now, past: 0, later: 0 },
      choices: new Map(choice.sources.map((source) => [choiceKey(source), source])),
      clockOf: zoneClocks(setup.zone, zones),
      budget: { daysLeft: daysOfWork },
      words: { today, region: phoneRegionOf(setup.zone), motifs: setup.motifs },
    };
  }

  /** Lines go on from `lastLine`. */
  async stage(reading: AgendaReading, events: readonly CalendarEvent[], lastLine: number): Promise<StagedLine[]> {
    const texts = await this.read(reading, events);
    const standing = await this.visits.standing(texts.map(({ uid }) => uid));
    const drafts = texts.flatMap((text) => draftVisits(text, reading, standing.get(text.uid) ?? new Map()));
    const visits = drafts.map((draft, at): StagedVisit => ({ ...draft, line: lastLine + at + 1 }));
    for (let from = 0; from < visits.length; from += 1000) {
      await this.visits.put(reading.importId, visits.slice(from, from + 1000));
    }
    return visits.map(lineOf);
  }

  async finish({ importId, agenda, past, later }: AgendaReading): Promise<void> {
    await this.setups.put(importId, { ...agenda, counts: { ...agenda.counts, past, later } });
  }

  markOverlaps(importId: string): Promise<void> {
    return this.overlaps.mark(importId);
  }

  private async read(reading: AgendaReading, events: readonly CalendarEvent[]): Promise<JudgedEventText[]> {
    const words = events.map((event) => visitWords(event, reading.words));
    const candidates = await this.patients.candidates(words);
    const judged: JudgedEventText[] = [];
    for (const [at, event] of events.entries()) {
      const said = words[at];
      if (!said) continue;
      const expanded = await expand(reading, event);
      if (expanded?.past) reading.past += 1;
      if (expanded?.later) reading.later += 1;
      const uid = trustedUid(reading.index, event);
      judged.push({ event, uid, expanded, words: said, patient: choosePatient(said, candidates[at] ?? []) });
    }
    return judged;
  }
}

/** Null: another version of the event counts. A rule that was much work lets other requests go first. */
async function expand(reading: AgendaReading, event: CalendarEvent): Promise<ExpandedEvent | null> {
  const { index, agenda, clockOf } = reading;
  if (!isCurrent(index, event)) return null;
  const replaced = replacedOccurrences(index, event, clockOf);
  const budget = { daysLeft: Math.min(daysOfEvent, reading.budget.daysLeft) };
  const before = budget.daysLeft;
  const expanded = occurrencesOf(event, { window: agenda.window, clockOf, replaced, budget });
  const spent = before - budget.daysLeft;
  reading.budget.daysLeft -= spent;
  if (spent > daysABreath) await new Promise((resolve) => setImmediate(resolve));
  return expanded;
}

/** Values beyond the first few hundred tell no column. */
export function addTraits(counts: TraitCounts, event: CalendarEvent): void {
  for (const trait of traitsOf(event)) {
    const key = choiceKey(trait);
    const known = counts.get(key);
    if (known) known.events += 1;
    else if (counts.size < 400) counts.set(key, { ...trait, events: 1 });
  }
}

/** The same line for what all kinds of imports share: counts, decisions, the list of what was not imported. */
function lineOf({
  line,
  verdict,
  reasons,
  summary,
  day,
  startMin,
  sourceUid,
  recurrenceKey,
  newId,
}: StagedVisit): StagedLine {
  const time = startMin === null ? '' : `${Math.floor(startMin / 60)}:${String(startMin % 60).padStart(2, '0')}`;
  return {
    ...{ line, verdict, newId, cells: [day ?? '', time, summary] },
    reasons: reasons.map(({ code }) => ({ code })),
    ...{ shown: null, content: { sourceUid, recurrenceKey }, birthDate: null, keys: [], keyKinds: [] },
    ...{ twinId: null, twinLine: null, fills: {} },
  };
}
