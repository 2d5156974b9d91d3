import { fold } from './search-folding.js';

/** Spellings that French says alike, in the order they are replaced; capitals are sounds of several letters. */
const soundings: ReadonlyArray<readonly [spelling: RegExp, sound: string]> = [
  [/[^a-z]/g, ''],
  [/ph/g, 'f'],
  [/sch|sh|ch/g, 'X'],
  [/gn/g, 'N'],
  [/gu(?=[eiy])/g, 'g'],
  [/g(?=[eiy])/g, 'j'],
  [/eau|au/g, 'o'],
  [/ai[mn]|ei[mn]|[iy][mn](?![aeiouyhmn])/g, 'I'],
  [/[ae][mn](?![aeiouyhmn])/g, 'A'],
  [/o[mn](?![aeiouyhmn])/g, 'O'],
  [/ai|ei|ay|ey|oe/g, 'e'],
  [/qu|ck|c(?![eiy])|q/g, 'k'],
  [/c|z/g, 's'],
  [/y/g, 'i'],
  [/h/g, ''],
  [/w/g, 'v'],
  [/(.)\1+/g, '$1'],
  [/(?<=..)[dtsxpe]+$/g, ''],
];

/**
 * A rough key of how a French name sounds: 'Mayer' = 'Meyer', 'Dupont' = 'Dupond', 'Philippe' = 'Filipe',
 * 'Renault' ≠ 'Renard'. Made to suggest, never to decide alone: spaces and hyphens do not count, silent endings
 * (d t s x p e) fall, nasal vowels become one sign. Silent letters inside ('Lefebvre', 'Thibault') are not known.
 */
export function frenchPhonetic(name: string): string {
  return soundings.reduce((sound, [spelling, replacement]) => sound.replace(spelling, replacement), fold(name));
}
