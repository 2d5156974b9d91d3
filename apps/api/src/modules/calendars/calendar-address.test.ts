import { expect, test } from '@jest/globals';
import { calendarAddress } from './calendar-address.js';

test.each([
  [' https://calendar.google.com/calendar/ical/a%40b/private-1/basic.ics ', 'calendar.google.com'],
  ['webcal://p12-caldav.icloud.com/published/2/abc', 'p12-caldav.icloud.com'],
  ['https://outlook.office365.com/owa/calendar/a/b/calendar.ics#x', 'outlook.office365.com'],
  ['http://calendar.google.com/a.ics', null],
  ['https://me:secret@cal.example/a.ics', null],
  ['https://cal.example:8443/a.ics', null],
  ['https://cal.example/', null],
  ['ftp://cal.example/a.ics', null],
  ['file:///etc/passwd', null],
  ['pas une adresse', null],
])('the address %s is of %s', (typed, host) => {
  expect(calendarAddress(typed)?.host ?? null).toBe(host);
});
