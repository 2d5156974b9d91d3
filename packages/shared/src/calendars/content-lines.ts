const mostOctets = 75;

/** What no content line may hold, tabs and line breaks apart. Source: RFC 5545 §3.1, CONTROL. */
const controls = /[^\P{Cc}\t\r\n\u{80}-\u{9f}]/gu;

/**
 * TEXT of a property: backslash, comma, semicolon and line breaks escaped, control characters left out. Source: RFC 5545
 * §3.3.11.
 */
export function escapeText(text: string): string {
  return text
    .replace(controls, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n');
}

/** A calendar from its content lines: each folded, each ended by CRLF. Source: RFC 5545 §3.1. */
export function calendarText(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** At most 75 octets a physical line, the space of a continuation included; a character is never cut in two. */
export function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const width = octetsOf(character);
    if (octets + width > mostOctets) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += width;
  }
  return folded;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
