import * as enAgenda from '../en/agenda-import-words.js';
import * as en from '../en/import-words.js';
import * as frAgenda from '../fr/agenda-import-words.js';
import * as fr from '../fr/import-words.js';
import { frenchSpacing } from '../fr/typography.js';
import type { ImportReason } from './import.contract.js';

export type ExportLanguage = 'fr' | 'en';

const words = { fr, en } as const;
const sentences = {
  fr: { ...frAgenda.visitReasonWords, ...fr.reasonWords },
  en: { ...enAgenda.visitReasonWords, ...en.reasonWords },
} as const;

/** Heads of the columns added after those of the source. */
export function problemHeads(language: ExportLanguage): readonly string[] {
  return words[language].problemHeads;
}

/** All that is wrong with a line, in words, in one cell; what several fields say alike is said once. */
export function reasonsInWords(reasons: readonly ImportReason[], language: ExportLanguage): string {
  const said = reasons.map((reason) => reasonInWords(reason, language)).filter(Boolean);
  return [...new Set(said)].join(words[language].reasonSeparator);
}

function reasonInWords({ code, value = '', line, age }: ImportReason, language: ExportLanguage): string {
  const sentence = sentences[language][code];
  const spaced = language === 'fr' ? frenchSpacing(sentence) : sentence;
  const parts: Readonly<Record<string, string>> = { value, line: String(line ?? ''), age: String(age ?? '') };
  return spaced.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
}
