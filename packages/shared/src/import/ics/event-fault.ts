/** Why an event cannot be read; each has a sentence in the locales. */
export const eventFaults = [
  'line_too_long',
  'start_missing',
  'start_unreadable',
  'end_unreadable',
  'this_and_future',
  'too_many_dates',
  'unfinished',
] as const;
export type EventFault = (typeof eventFaults)[number];
