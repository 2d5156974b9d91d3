/**
 * IANA zones of the names Windows and Outlook write, in small letters: Europe, the French overseas territories and the
 * zones a practice's files may come through. Others come with a VTIMEZONE block. Source: Unicode CLDR windowsZones.
 */
const zones: Readonly<Record<string, string>> = {
  utc: 'UTC',
  'coordinated universal time': 'UTC',
  'romance standard time': 'Europe/Paris',
  'romance daylight time': 'Europe/Paris',
  'w. europe standard time': 'Europe/Berlin',
  'central europe standard time': 'Europe/Budapest',
  'central european standard time': 'Europe/Warsaw',
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  'gtb standard time': 'Europe/Bucharest',
  'fle standard time': 'Europe/Kyiv',
  'e. europe standard time': 'Europe/Chisinau',
  'russian standard time': 'Europe/Moscow',
  'turkey standard time': 'Europe/Istanbul',
  'azores standard time': 'Atlantic/Azores',
  'cape verde standard time': 'Atlantic/Cape_Verde',
  'morocco standard time': 'Africa/Casablanca',
  'w. central africa standard time': 'Africa/Lagos',
  'south africa standard time': 'Africa/Johannesburg',
  'egypt standard time': 'Africa/Cairo',
  'libya standard time': 'Africa/Tripoli',
  'israel standard time': 'Asia/Jerusalem',
  'middle east standard time': 'Asia/Beirut',
  'arab standard time': 'Asia/Riyadh',
  'arabian standard time': 'Asia/Dubai',
  'india standard time': 'Asia/Kolkata',
  'se asia standard time': 'Asia/Bangkok',
  'singapore standard time': 'Asia/Singapore',
  'china standard time': 'Asia/Shanghai',
  'tokyo standard time': 'Asia/Tokyo',
  'aus eastern standard time': 'Australia/Sydney',
  'new zealand standard time': 'Pacific/Auckland',
  // Martinique, Guadeloupe, Saint-Martin and Saint-Barthélemy; Guyane; Saint-Pierre-et-Miquelon.
  'sa western standard time': 'America/La_Paz',
  'sa eastern standard time': 'America/Cayenne',
  'saint pierre standard time': 'America/Miquelon',
  // La Réunion is four hours ahead all year, as Mauritius; Mayotte three, as East Africa; then Nouméa and Tahiti.
  'mauritius standard time': 'Indian/Mauritius',
  'e. africa standard time': 'Africa/Nairobi',
  'central pacific standard time': 'Pacific/Guadalcanal',
  'hawaiian standard time': 'Pacific/Honolulu',
  'atlantic standard time': 'America/Halifax',
  'newfoundland standard time': 'America/St_Johns',
  'eastern standard time': 'America/New_York',
  'us eastern standard time': 'America/Indianapolis',
  'central standard time': 'America/Chicago',
  'mountain standard time': 'America/Denver',
  'pacific standard time': 'America/Los_Angeles',
  'e. south america standard time': 'America/Sao_Paulo',
};

const known = new Map<string, boolean>();

/**
 * The IANA zone a TZID means, or null. Besides IANA and Windows names it takes what programs put before a zone
 * (`/mozilla.org/20070129_1/Europe/Paris`) and the French way Windows shows one ends up with its VTIMEZONE block.
 */
export function ianaZoneOf(tzid: string): string | null {
  const named = zones[tzid.trim().toLowerCase()];
  if (named) return named;
  const parts = tzid.trim().split('/').filter(Boolean).slice(-3);
  for (let from = 0; from < parts.length; from += 1) {
    const name = parts.slice(from).join('/');
    if (isZone(name)) return name;
  }
  return null;
}

/** Remembered: asking costs a tenth of a millisecond, and a file asks once per line. */
function isZone(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  let isReal = /^[A-Za-z][A-Za-z0-9_+/-]{2,60}$/.test(name);
  try {
    if (isReal) new Intl.DateTimeFormat('en-US', { timeZone: name });
  } catch {
    isReal = false;
  }
  if (known.size < 1000) known.set(name, isReal);
  return isReal;
}
