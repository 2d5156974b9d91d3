import type { Role } from '@pupitre/shared/access/roles';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { type AppointmentStatus, canBeNoShow, transitionAllowedFor } from '@pupitre/shared/planning/appointment-status';

/** The likeliest first: the first one open is the main button of the row. */
export const roomActNames = ['arrive', 'callIn', 'collect', 'finish', 'file', 'noShow', 'leave'] as const;
export type RoomAct = (typeof roomActNames)[number];
/** Those that move the visit; the others open a screen. */
export type StatusAct = Exclude<RoomAct, 'collect' | 'file'>;

export const actKeys: Readonly<Partial<Record<RoomAct, string>>> = {
  arrive: 'A',
  callIn: 'C',
  finish: 'T',
  noShow: 'X',
  collect: 'F9',
  file: 'E',
};

/** After the practitioner, the desk: a motif with usual acts leaves something to pay or to hand over, even 0,00 €. */
export function statusAfter(act: StatusAct, status: AppointmentStatus, hasUsualActs: boolean): AppointmentStatus {
  switch (act) {
    case 'arrive':
      return 'arrived';
    case 'callIn':
      return 'in_consultation';
    case 'noShow':
      return 'no_show';
    case 'leave':
      return 'left';
    case 'finish':
      return status === 'in_consultation' && hasUsualActs ? 'to_collect' : 'done';
  }
}

export interface RoomActsQuestion {
  readonly visit: Pick<AppointmentCard, 'status' | 'startsAt' | 'practitionerId' | 'dueCents'>;
  readonly roles: readonly Role[];
  /** The practitioner who asks, if she is one. */
  readonly practitionerId: string | null;
  readonly hasUsualActs: boolean;
  readonly now: Date;
  readonly mayCharge: boolean;
  /** Screens that exist and that the role may open. */
  readonly canOpenFile: boolean;
  readonly canOpenTill: boolean;
}

/** The acts open on a visit to this person. A remote secretary reads the room: none moves a visit here. */
export function actsOn(question: RoomActsQuestion): RoomAct[] {
  const { visit, roles, practitionerId, hasUsualActs, now } = question;
  const isOwn = visit.practitionerId === practitionerId;
  const isToCollect = visit.status === 'to_collect';
  const may = (act: StatusAct) =>
    transitionAllowedFor(roles, isOwn, visit.status, statusAfter(act, visit.status, hasUsualActs));
  const open: Readonly<Record<RoomAct, boolean>> = {
    arrive: may('arrive'),
    callIn: may('callIn'),
    collect: isToCollect && question.mayCharge && question.canOpenTill,
    // What has acts is settled at the till, not by a key, even when the insurer pays it all.
    finish: may('finish') && (!isToCollect || (question.mayCharge && !hasUsualActs && !visit.dueCents)),
    file: question.canOpenFile,
    noShow: may('noShow') && canBeNoShow(visit.startsAt, now),
    leave: may('leave'),
  };
  return roomActNames.filter((act) => open[act]);
}
