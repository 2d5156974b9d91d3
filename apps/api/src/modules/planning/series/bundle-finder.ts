import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { lastBookableDay } from '@pupitre/shared/planning/booking-refusals';
import type { BundleOffer, findBundles } from '@pupitre/shared/planning/bundle.contract';
import { type ChainPlace, type ChainStep, chainsOfDay } from '@pupitre/shared/planning/chain';
import { partsOfDay } from '@pupitre/shared/planning/free-day';
import { minutesIn } from '@pupitre/shared/practices/motif-minutes';
import { addDays, isoWeekday, type LocalDay, todayIn } from '@pupitre/shared/time/zone';
import { Clock } from '../../../platform/clock.js';
import { PracticeAgendas } from '../../practices/practices.public.js';
import { GroundReader } from './ground-reader.js';
import type { PlaceGround, TakenPlace } from './place-ground.js';

type Question = InputOf<typeof findBundles>['body'];

interface Step {
  readonly ground: PlaceGround;
  readonly columnIds: readonly string[];
}

/** Read so many days at a time: most chains are found in the first weeks. */
const windowDays = 21;
/** Chains of a day that the rule of booking may still refuse before the day is given up. */
const triesADay = 12;

/** The next places where visits fit one after the other, judged as the desk would when it books them. */
@Injectable()
export class BundleFinder {
  constructor(
    private readonly reader: GroundReader,
    private readonly agendas: PracticeAgendas,
    private readonly clock: Clock,
  ) {}

  async find(question: Question): Promise<{ offers: BundleOffer[] }> {
    const { zone } = await this.agendas.zones();
    const today = todayIn(zone, this.clock.now());
    const first = question.fromDay > today ? question.fromDay : today;
    const lastDay = lastBookableDay(today);
    const last = question.toDay !== null && question.toDay < lastDay ? question.toDay : lastDay;
    const offers: BundleOffer[] = [];
    for (let from = first; from <= last && offers.length < question.limit; from = addDays(from, windowDays)) {
      const end = addDays(from, windowDays - 1);
      const to = end < last ? end : last;
      const steps = await this.stepsOver(question, from, to);
      for (let day = from; day <= to && offers.length < question.limit; day = addDays(day, 1)) {
        if (question.weekdays.length > 0 && !question.weekdays.includes(isoWeekday(day))) continue;
        offers.push(...this.offersOf(question, steps, day).slice(0, question.limit - offers.length));
      }
    }
    return { offers };
  }

  private async stepsOver({ steps }: Question, from: LocalDay, to: LocalDay): Promise<Step[]> {
    const read: Step[] = [];
    for (const { motifId, patientId, durationMin, resourceIds } of steps) {
      const setup = await this.reader.setup(motifId, from);
      const columnIds = [...setup.columns.keys()].filter((id) => resourceIds.length === 0 || resourceIds.includes(id));
      const durationIn = (resourceId: string) => durationMin ?? minutesIn(setup.motif, resourceId);
      const asked = { patientId, durationIn, options: {} };
      const { ground } = await this.reader.read(setup, asked, columnIds, { from, to });
      read.push({ ground, columnIds });
    }
    return read;
  }

  private offersOf(question: Question, steps: readonly Step[], day: LocalDay): BundleOffer[] {
    const { minGapMin, maxGapMin, sameColumn, fromDay, fromMin, partOfDay, limit } = question;
    const part = partOfDay ? partsOfDay[partOfDay] : { startMin: 0, endMin: 1440 };
    const notBefore = day === fromDay ? Math.max(fromMin, part.startMin) : part.startMin;
    const chainSteps = steps.map(({ ground, columnIds }): ChainStep => {
      const columns = columnIds.map((resourceId) => {
        const durationMin = ground.durationIn(resourceId);
        const isIn = (startMin: number) => startMin >= notBefore && startMin + durationMin <= part.endMin;
        const isFree = (startMin: number) => ground.refusals({ resourceId, day, startMin }, []).length === 0;
        const starts = ground.starts(resourceId, day).filter((startMin) => isIn(startMin) && isFree(startMin));
        return { resourceId, durationMin, starts };
      });
      return { columns };
    });
    const apart = (before: number, after: number) =>
      (steps[before]?.ground.motif.afterMin ?? 0) + (steps[after]?.ground.motif.beforeMin ?? 0);
    return chainsOfDay(chainSteps, { minGapMin, maxGapMin, sameColumn }, triesADay, apart)
      .filter((chain) => standsTogether(steps, chain, day))
      .slice(0, limit)
      .map((chain) => ({ places: chain.map((place) => ({ ...place, day })) }));
  }
}

/** Each place is still free once those before it are taken: the same room is not given twice. */
function standsTogether(steps: readonly Step[], chain: readonly ChainPlace[], day: LocalDay): boolean {
  const taken: TakenPlace[] = [];
  return chain.every(({ resourceId, startMin }, at) => {
    const ground = steps[at]?.ground;
    if (!ground) return false;
    const place = { resourceId, day, startMin };
    if (ground.refusals(place, taken).length > 0) return false;
    taken.push(ground.take(place));
    return true;
  });
}
