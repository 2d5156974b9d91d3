/** One logical line of a calendar: `NAME;PARAM=value;PARAM="value":text`. Names and parameter names are in capitals. */
export interface ContentLine {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  /** As written, escapes included. */
  readonly value: string;
}

/**
 * Reads one unfolded line; null when it is none (no name, or no `:` outside quotes). A group before the name
 * (`item1.SUMMARY`, as address books write) is dropped. A parameter given twice keeps its first value.
 * Source: RFC 5545 §3.1; vCalendar 1.0 writes `;QUOTED-PRINTABLE` without a name, read as ENCODING.
 */
export function parseContentLine(text: string): ContentLine | null {
  const colon = endOfParameters(text);
  if (colon < 0) return null;
  const [head = '', ...written] = splitOutsideQuotes(text.slice(0, colon), ';');
  const name = head.slice(head.lastIndexOf('.') + 1).trim();
  if (!/^[A-Za-z0-9-]+$/.test(name)) return null;
  const params: Record<string, string> = {};
  for (const each of written) {
    const equals = each.indexOf('=');
    const [key, value] = equals < 0 ? ['ENCODING', each] : [each.slice(0, equals), each.slice(equals + 1)];
    params[key.trim().toUpperCase()] ??= value.trim().replace(/^"(.*)"$/, '$1');
  }
  return { name: name.toUpperCase(), params, value: text.slice(colon + 1) };
}

/** The text a value stands for: `\n`, `\,`, `\;` and `\\` taken apart. Source: RFC 5545 §3.3.11. */
export function unescapeText(value: string): string {
  return value.replace(/\\(.)/gs, (_, escaped: string) => (/[nN]/.test(escaped) ? '\n' : escaped));
}

/** The members of a list value, each still escaped; a comma written `\,` does not part. */
export function splitList(value: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === '\\') at += 1;
    else if (value[at] === ',') {
      parts.push(value.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, value.slice(from)];
}

function endOfParameters(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === ':' && !quoted) return at;
  }
  // A lone quote before the colon is a fault of the writer: the first colon is then the best guess.
  return quoted ? text.indexOf(':') : -1;
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let [from, quoted] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === separator && !quoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
