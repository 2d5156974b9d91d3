import * as audit from '../audit/audit.contract.js';
import * as billing from '../billing/billing.contract.js';
import * as calendars from '../calendars/calendar.contract.js';
import * as drafts from '../drafts/draft.contract.js';
import * as lastChange from '../drafts/last-change.contract.js';
import * as agendaImports from '../import/agenda/agenda-import.contract.js';
import * as imports from '../import/import.contract.js';
import * as live from '../live/live.contract.js';
import * as members from '../members/member.contract.js';
import * as outage from '../outage/outage.contract.js';
import * as patients from '../patients/patient.contract.js';
import * as absencePlans from '../planning/absence-plan.contract.js';
import * as appointments from '../planning/appointment.contract.js';
import * as bundles from '../planning/bundle.contract.js';
import * as dayLists from '../planning/day-list.contract.js';
import * as freeSlots from '../planning/free-slots.contract.js';
import * as holds from '../planning/hold.contract.js';
import * as lateness from '../planning/lateness.contract.js';
import * as meetings from '../planning/meeting.contract.js';
import * as rounds from '../planning/round.contract.js';
import * as series from '../planning/series.contract.js';
import * as together from '../planning/together.contract.js';
import * as urgent from '../planning/urgent.contract.js';
import * as waitingList from '../planning/waiting-list.contract.js';
import * as weeks from '../planning/week.contract.js';
import * as founding from '../practices/founding.contract.js';
import * as locums from '../practices/locum.contract.js';
import * as opening from '../practices/opening.contract.js';
import * as outsideHours from '../practices/outside-hours.contract.js';
import * as pools from '../practices/pool.contract.js';
import * as practices from '../practices/practice.contract.js';
import * as sites from '../practices/site.contract.js';
import * as invitations from '../session/invitation.contract.js';
import * as ownSessions from '../session/own-sessions.contract.js';
import * as session from '../session/session.contract.js';
import * as tasks from '../tasks/task.contract.js';
import * as apiPage from './api-page.contract.js';
import type { Endpoint } from './endpoint.js';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value;

/** Every endpoint of the product, for the OpenAPI page, the routes' inventory and the role matrix. */
export const allEndpoints: readonly Endpoint[] = [
  session,
  practices,
  pools,
  opening,
  outsideHours,
  sites,
  locums,
  appointments,
  freeSlots,
  holds,
  together,
  meetings,
  rounds,
  dayLists,
  weeks,
  absencePlans,
  lateness,
  urgent,
  waitingList,
  series,
  bundles,
  patients,
  billing,
  calendars,
  outage,
  imports,
  agendaImports,
  live,
  ownSessions,
  invitations,
  members,
  founding,
  drafts,
  apiPage,
  lastChange,
  audit,
  tasks,
].flatMap((contracts) => (Object.values(contracts) as unknown[]).filter(isEndpoint));
