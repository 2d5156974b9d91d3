import { expect, test } from '@jest/globals';
import { EncodingSniffer } from './file-encoding.js';

const bytes = (...parts: (string | number[])[]): number[] =>
  parts.flatMap((part) => (typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : part));

function sniff(content: readonly number[], pieceLength = content.length || 1): string | null {
  const sniffer = new EncodingSniffer();
  for (let at = 0; at < content.length; at += pieceLength)
    sniffer.push(Uint8Array.from(content.slice(at, at + pieceLength)));
  return sniffer.end();
}

test.each<[string, number[], string | null]>([
  ['plain letters', bytes('nom;prenom\nDUPONT;Jean\n'), 'utf-8'],
  ['é in UTF-8', bytes('pr', [0xc3, 0xa9], 'nom'), 'utf-8'],
  ['€ and œ in UTF-8', bytes([0xe2, 0x82, 0xac], 'b', [0xc5, 0x93], 'uf'), 'utf-8'],
  ['the mark of UTF-8', bytes([0xef, 0xbb, 0xbf], 'nom'), 'utf-8'],
  ['UTF-16, little end first', bytes([0xff, 0xfe], 'n', [0]), 'utf-16le'],
  ['UTF-16, big end first', bytes([0xfe, 0xff], [0], 'n'), 'utf-16be'],
  ['é in ISO-8859-1', bytes('pr', [0xe9], 'nom'), 'iso-8859-1'],
  ['œ in Windows-1252', bytes('b', [0x9c], 'uf ', [0xe9]), 'windows-1252'],
  ['the curved apostrophe of Windows-1252', bytes('L', [0x92], 'Harmonie'), 'windows-1252'],
  ['É at the very end', bytes('ANDR', [0xc9]), 'iso-8859-1'],
  ['noughts', [0, 0, 0, 0, 65, 0], null],
  ['a workbook', bytes('PK', [3, 4], 'xl/workbook.xml'), null],
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], null],
  ['a PDF', bytes('%PDF-1.7'), null],
  ['controls', Array.from({ length: 500 }, (_, index) => (index % 4 === 0 ? 1 : 65)), null],
])('%s', (_, content, encoding) => {
  for (const pieceLength of [1, 2, 3, content.length]) expect(sniff(content, pieceLength)).toBe(encoding);
});

test('a long UTF-8 file with a byte of another encoding stays UTF-8: its é are not broken', () => {
  const accents = Array.from({ length: 200 }, () => [0xc3, 0xa9]).flat();
  expect(sniff([...accents, 0xe9, 0x20])).toBe('utf-8');
  expect(sniff([0xc3, 0xa9, 0xe9, 0x20])).toBe('iso-8859-1');
});
