import { longestAddress } from '@pupitre/shared/calendars/calendar.contract';

/**
 * The https address of a calendar as people paste it, or null: `webcal://` is read as https, spaces around are dropped.
 * An address with a user name in it, another port than https', or another scheme is refused, for it is fetched by the
 * server; so is a bare host.
 */
export function calendarAddress(typed: string): URL | null {
  const written = typed.trim().replace(/^webcals?:\/\//i, 'https://');
  if (written.length > longestAddress || !/^https:\/\//i.test(written)) return null;
  if (!URL.canParse(written)) return null;
  const url = new URL(written);
  if (url.username !== '' || url.password !== '' || url.port !== '') return null;
  if (url.pathname === '/' && url.search === '') return null;
  url.hash = '';
  return url;
}
