export const browsers = ['firefox', 'edge', 'opera', 'chrome', 'safari'] as const;
export const systems = ['windows', 'ios', 'android', 'mac', 'chromeos', 'linux'] as const;
export type Browser = (typeof browsers)[number];
export type System = (typeof systems)[number];

/** What each family writes of itself; the first that matches wins, for most also name their forebears. */
const browserMarks: readonly (readonly [RegExp, Browser])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'edge'],
  [/\bOPR\//, 'opera'],
  [/\b(?:Firefox|FxiOS)\//, 'firefox'],
  [/\b(?:Headless)?(?:Chrome|CriOS)\//, 'chrome'],
  [/\bSafari\//, 'safari'],
];
const systemMarks: readonly (readonly [RegExp, System])[] = [
  [/\bWindows\b/, 'windows'],
  [/\b(?:iPhone|iPad|iPod)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bMacintosh\b/, 'mac'],
  [/\bCrOS\b/, 'chromeos'],
  [/\b(?:Linux|X11)\b/, 'linux'],
];

export interface Device {
  readonly browser: Browser | null;
  readonly system: System | null;
}

/**
 * The families behind a `User-Agent`: enough for a person to tell her computers apart, too little to follow her.
 * Null for what names none we know; never throws.
 */
export function deviceOf(userAgent: string): Device {
  const first = <Name>(marks: readonly (readonly [RegExp, Name])[]): Name | null =>
    marks.find(([mark]) => mark.test(userAgent))?.[1] ?? null;
  return { browser: first(browserMarks), system: first(systemMarks) };
}
