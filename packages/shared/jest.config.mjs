import { fileURLToPath } from 'node:url';

/** Rule tests: pure functions, no database, no browser. */
const rules = {
  rootDir: 'src',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
};

const clock = fileURLToPath(new URL('./test-clock.mjs', import.meta.url));

/** What turns local time into instants, or back, is also run with the clock of the process in each of these zones. */
const clocks = ['UTC', 'Europe/Paris', 'America/Martinique', 'Pacific/Noumea'];
const timed = ['time/*', 'planning/{opening-hours,practice-day,free-day,local-span}', 'practices/week-hours'];
/** Slower, and a fault of theirs shows on either far clock. */
const farClocks = ['America/Martinique', 'Pacific/Noumea'];
const timedFar = [
  'planning/{series,place-oracle,booking-refusals,booking-when,replacing}',
  'calendars/{agenda-feed,agenda-feed-grammar}',
];

export default {
  projects: [
    { ...rules, displayName: 'rules', testEnvironment: 'node' },
    ...clocks.map((zone) => ({
      ...rules,
      displayName: zone,
      testEnvironment: clock,
      testEnvironmentOptions: { zone },
      testMatch: [...timed, ...(farClocks.includes(zone) ? timedFar : [])].map((path) => `<rootDir>/${path}.test.ts`),
    })),
  ],
};
