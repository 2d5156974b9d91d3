import { expect, test } from '@jest/globals';
import { type WeekSpan, weekHoursFaults } from './week-hours.js';

const span = (isodow: number, startMin: number, endMin: number): WeekSpan => ({ isodow, startMin, endMin });
const told = (...hours: WeekSpan[]) => weekHoursFaults(hours).map(({ index, code }) => `${index} ${code}`);

test.each([
  ['no hours', told(), []],
  ['morning and afternoon', told(span(1, 480, 720), span(1, 840, 1080)), []],
  ['two that touch', told(span(1, 480, 720), span(1, 720, 840)), []],
  ['the same minutes on two days', told(span(1, 480, 720), span(2, 480, 720)), []],
  ['midnight to midnight', told(span(7, 0, 1440)), []],
  ['one minute shared: the later of the list is told', told(span(1, 480, 721), span(1, 720, 840)), ['1 overlap']],
  ['one inside another, given first', told(span(1, 540, 600), span(1, 480, 720)), ['1 overlap']],
  ['the same twice', told(span(3, 480, 720), span(3, 480, 720)), ['1 overlap']],
  ['no length', told(span(1, 480, 480)), ['0 end_before_start']],
  ['backwards, and not told as an overlap too', told(span(1, 480, 720), span(1, 700, 500)), ['1 end_before_start']],
])('%s', (_, faults, expected) => {
  expect(faults).toEqual(expected);
});
