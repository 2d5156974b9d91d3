import 'i18next';
import type absencePlan from './locales/fr/absence-plan.json';
import type apiDocs from './locales/fr/api-docs.json';
import type audit from './locales/fr/audit.json';
import type billing from './locales/fr/billing.json';
import type calendars from './locales/fr/calendars.json';
import type errors from './locales/fr/errors.json';
import type exportWords from './locales/fr/exports.json';
import type frame from './locales/fr/frame.json';
import type hours from './locales/fr/hours.json';
import type imports from './locales/fr/imports.json';
import type keyboard from './locales/fr/keyboard.json';
import type lateness from './locales/fr/lateness.json';
import type members from './locales/fr/members.json';
import type motifRules from './locales/fr/motif-rules.json';
import type myDay from './locales/fr/my-day.json';
import type override from './locales/fr/override.json';
import type ownSessions from './locales/fr/own-sessions.json';
import type palette from './locales/fr/palette.json';
import type patients from './locales/fr/patients.json';
import type planning from './locales/fr/planning.json';
import type pools from './locales/fr/pools.json';
import type series from './locales/fr/series.json';
import type session from './locales/fr/session.json';
import type settings from './locales/fr/settings.json';
import type setup from './locales/fr/setup.json';
import type slots from './locales/fr/slots.json';
import type status from './locales/fr/status.json';
import type tasks from './locales/fr/tasks.json';
import type together from './locales/fr/together.json';
import type urgent from './locales/fr/urgent.json';
import type waitingList from './locales/fr/waiting-list.json';
import type waitingRoom from './locales/fr/waiting-room.json';
import type week from './locales/fr/week.json';
import type welcome from './locales/fr/welcome.json';

// French is the reference: a key it lacks is a type error, a key English lacks fails a test.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: {
      'absence-plan': typeof absencePlan;
      'api-docs': typeof apiDocs;
      audit: typeof audit;
      billing: typeof billing;
      calendars: typeof calendars;
      errors: typeof errors;
      exports: typeof exportWords;
      frame: typeof frame;
      hours: typeof hours;
      imports: typeof imports;
      keyboard: typeof keyboard;
      lateness: typeof lateness;
      members: typeof members;
      'motif-rules': typeof motifRules;
      pools: typeof pools;
      urgent: typeof urgent;
      override: typeof override;
      'own-sessions': typeof ownSessions;
      palette: typeof palette;
      patients: typeof patients;
      planning: typeof planning;
      series: typeof series;
      session: typeof session;
      settings: typeof settings;
      setup: typeof setup;
      slots: typeof slots;
      status: typeof status;
      tasks: typeof tasks;
      together: typeof together;
      'waiting-list': typeof waitingList;
      'waiting-room': typeof waitingRoom;
      week: typeof week;
      'my-day': typeof myDay;
      welcome: typeof welcome;
    };
  }
}
