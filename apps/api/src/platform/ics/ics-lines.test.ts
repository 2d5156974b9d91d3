import { describe, expect, test } from '@jest/globals';
import type { CalendarLine } from '@pupitre/shared/import/ics/calendar-reader';
import { IcsLines, mostLineBytes } from './ics-lines.js';

function lines(chunks: readonly (Uint8Array | string)[]): CalendarLine[] {
  const reader = new IcsLines();
  return [...chunks.flatMap((chunk) => [...reader.push(Buffer.from(chunk))]), ...reader.end()];
}

const texts = (...chunks: (Uint8Array | string)[]) => lines(chunks).map(({ text }) => text);

describe('the lines of a calendar', () => {
  test.each([
    ['CRLF', 'A:1\r\nB:2\r\n'],
    ['LF', 'A:1\nB:2\n'],
    ['CR', 'A:1\rB:2\r'],
    ['no end', 'A:1\r\nB:2'],
    ['blank ones between', '\r\nA:1\r\n\r\n\r\nB:2\r\n'],
    ['a byte order mark', '\uFEFFA:1\r\nB:2\r\n'],
    ['a line folded by a space', 'A:\r\n 1\r\nB:2'],
    ['a line folded by a tab', 'A:\n\t1\nB:2'],
  ])('%s', (_, text) => {
    expect(texts(text)).toEqual(['A:1', 'B:2']);
  });

  test('any cut of the bytes gives the same lines', () => {
    const bytes = Buffer.from('SUMMARY:Bénéd\r\n icte\r\nB:2\r\n\r\nC:é\r\n', 'utf8');
    const whole = texts(bytes);
    for (let at = 1; at < bytes.length; at += 1) {
      expect(texts(bytes.subarray(0, at), bytes.subarray(at))).toEqual(whole);
    }
    expect(texts(...[...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(whole);
  });

  test('a letter cut in two by a fold is whole again', () => {
    const [before, after] = [Buffer.from([0x41, 0x3a, 0xc3]), Buffer.from([0xa9])];
    expect(texts(Buffer.concat([before, Buffer.from('\r\n '), after, Buffer.from('\r\n')]))).toEqual(['A:é']);
  });

  test.each([
    ['UTF-16, little end first', Buffer.from('\uFEFFA:é\r\nB:2', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFA:é\r\nB:2', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('A:\xe9\r\nB:2', 'latin1')],
  ])('%s', (_, bytes) => {
    expect(texts(bytes)).toEqual(['A:é', 'B:2']);
  });

  test('each line is read by its own encoding, where a file mixes two', () => {
    expect(texts(Buffer.from('A:\xe9\r\n', 'latin1'), Buffer.from('B:é\r\n', 'utf8'))).toEqual(['A:é', 'B:é']);
  });

  test('quoted-printable of the nineties, broken where it pleased', () => {
    const text = 'SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:LEMOINE B=E9n=E9=\r\ndicte=0D=0Asuite\r\nB:2';
    expect(texts(text)).toEqual([
      'SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:LEMOINE Bénédicte\\nsuite',
      'B:2',
    ]);
  });

  test('numbers are those a text editor shows', () => {
    expect(lines(['A:1\r\n 2\r\n\r\nB:3\r\nC:4']).map(({ number }) => number)).toEqual([1, 4, 5]);
  });

  test('a line of five megabytes keeps its beginning, and what follows is read', () => {
    const before = process.memoryUsage().arrayBuffers;
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const reader = new IcsLines();
    const read = [...reader.push(Buffer.from('DESCRIPTION:'))];
    for (let at = 0; at < 80; at += 1) read.push(...reader.push(chunk));
    read.push(...reader.push(Buffer.from('\r\nB:2\r\n')), ...reader.end());
    expect(read.map(({ cut, text }) => [cut, text.length <= mostLineBytes])).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(read[1]?.text).toBe('B:2');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 * 1024 * 1024);
  });
});
