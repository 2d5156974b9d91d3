import type { Permission, Role } from '@pupitre/shared/access/roles';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { type AppointmentStatus, canBeNoShow, transitionAllowedFor } from '@pupitre/shared/planning/appointment-status';

export const visitActNames = [
  'arrive',
  'callIn',
  'finish',
  'collect',
  'confirm',
  'noShow',
  'leave',
  'restore',
  'move',
  'file',
  'again',
  'series',
  'beside',
  'earlier',
  'cancel',
] as const;
export type VisitActName = (typeof visitActNames)[number];

/** The key printed in the button of each act; those without one are in the menu only. */
export const actKeys: Readonly<Partial<Record<VisitActName, string>>> = {
  arrive: 'A',
  callIn: 'C',
  finish: 'T',
  collect: 'F9',
  noShow: 'X',
  move: 'D',
  file: 'E',
  cancel: 'Delete',
};

export interface VisitActsQuestion {
  readonly visit: Pick<AppointmentCard, 'status' | 'startsAt' | 'practitionerId' | 'dueCents'>;
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
  /** The practitioner who asks, if she is one. */
  readonly practitionerId: string | null;
  /** The motif proposes acts: there will be something to pay or hand over. */
  readonly hasUsualActs: boolean;
  readonly now: Date;
  /** Screens this practice has: an act that leads nowhere is not shown. */
  readonly canOpenFile: boolean;
  readonly canCollect: boolean;
  readonly canWait?: boolean;
  readonly canSeries?: boolean;
}

/** Status that « T » leads to, whoever presses it: the desk when the motif has usual acts, even with nothing to pay. */
export function finishStatus(question: Pick<VisitActsQuestion, 'visit' | 'hasUsualActs'>) {
  return question.visit.status === 'in_consultation' && question.hasUsualActs ? 'to_collect' : 'done';
}

const statusOfAct: Readonly<Partial<Record<VisitActName, AppointmentStatus>>> = {
  arrive: 'arrived',
  callIn: 'in_consultation',
  confirm: 'confirmed',
  noShow: 'no_show',
  leave: 'left',
  restore: 'booked',
};

export const statusFor = (act: VisitActName, question: Parameters<typeof finishStatus>[0]) =>
  act === 'finish' ? finishStatus(question) : statusOfAct[act];

const MOVABLE: readonly AppointmentStatus[] = ['requested', 'booked', 'confirmed'];

const STANDING: readonly AppointmentStatus[] = [...MOVABLE, 'arrived', 'in_consultation'];

export const canMove = (visit: Pick<AppointmentCard, 'status'>, permissions: readonly Permission[]): boolean =>
  MOVABLE.includes(visit.status) && permissions.includes('appointment.move');

/** The acts open on a visit to this person, the likeliest first: the first one is the main button. */
export function actsOn(question: VisitActsQuestion): VisitActName[] {
  const { visit, roles, permissions, practitionerId, now } = question;
  const isOwn = visit.practitionerId === practitionerId;
  const may = (to: AppointmentStatus | undefined) =>
    to !== undefined &&
    permissions.includes('appointment.change_status') &&
    transitionAllowedFor(roles, isOwn, visit.status, to);
  const open: Record<VisitActName, boolean> = {
    arrive: may('arrived'),
    callIn: may('in_consultation'),
    // What is still due is settled at the till, not by a key.
    finish: may(finishStatus(question)) && !(visit.status === 'to_collect' && (visit.dueCents ?? 0) > 0),
    collect: visit.status === 'to_collect' && question.canCollect && permissions.includes('billing.charge'),
    confirm: may('confirmed'),
    noShow: may('no_show') && canBeNoShow(visit.startsAt, now),
    leave: may('left'),
    restore: visit.status === 'cancelled' && may('booked'),
    move: canMove(visit, permissions),
    file: question.canOpenFile && permissions.includes('patient.read'),
    again: permissions.includes('appointment.book'),
    series: question.canSeries === true && permissions.includes('appointment.book'),
    beside: STANDING.includes(visit.status) && permissions.includes('appointment.overbook'),
    earlier:
      question.canWait === true &&
      canMove(visit, permissions) &&
      new Date(visit.startsAt) > now &&
      permissions.includes('waiting_list.edit'),
    cancel: permissions.includes('appointment.cancel') && may('cancelled'),
  };
  const order = visit.status === 'to_collect' ? ['collect' as const, ...visitActNames] : visitActNames;
  return [...new Set(order)].filter((act) => open[act]);
}
