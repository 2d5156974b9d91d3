import { describe, expect, test } from '@jest/globals';
import { ariaKeys, isLetterKey, type KeyStroke, keyCaption, matches } from './key-spec';

const stroke = (key: string, more: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('a stroke means a key', () => {
  test.each<[keys: string, struck: KeyStroke]>([
    ['F8', stroke('F8')],
    ['A', stroke('a')],
    ['Ctrl+K', stroke('k', { ctrlKey: true })],
    ['Ctrl+K', stroke('k', { metaKey: true })],
    ['Ctrl+F10', stroke('F10', { ctrlKey: true })],
    // AZERTY types « & » on this key without Shift, « 1 » with it; both mean the first view.
    ['Alt+1', stroke('&', { altKey: true, code: 'Digit1' })],
    ['1', stroke('1', { code: 'Digit1', shiftKey: true })],
    ['1', stroke('1', { code: 'Numpad1' })],
    ['Delete', stroke('Delete')],
    ['Shift+Enter', stroke('Enter', { shiftKey: true })],
  ])('%s', (keys, struck) => {
    expect(matches(keys, struck)).toBe(true);
  });

  test.each<[keys: string, struck: KeyStroke, why: string]>([
    ['F10', stroke('F10', { shiftKey: true }), 'the context menu keeps Shift+F10'],
    ['A', stroke('a', { ctrlKey: true }), 'Ctrl+A selects all'],
    ['A', stroke('A', { shiftKey: true }), 'a capital is typed, not struck'],
    ['Ctrl+Z', stroke('z'), 'a letter alone'],
    ['Enter', stroke('Enter', { altKey: true }), 'Alt+Enter is another key'],
    ['1', stroke('2', { code: 'Digit2' }), 'another digit'],
  ])('%s is not struck: %#', (keys, struck) => {
    expect(matches(keys, struck)).toBe(false);
  });
});

test.each([
  ['A', true],
  ['1', true],
  ['Alt+1', false],
  ['Ctrl+Z', false],
  ['F2', false],
  ['Delete', false],
])('%s types a character: %s', (keys, expected) => {
  expect(isLetterKey(keys)).toBe(expected);
});

test('captions and aria names follow their own habits', () => {
  expect(keyCaption('Ctrl+Delete', (name) => (name === 'Delete' ? 'Suppr' : name))).toBe('Ctrl+Suppr');
  expect(ariaKeys('Ctrl+K')).toBe('Control+K');
});
