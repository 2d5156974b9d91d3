import type { Page } from '@playwright/test';

/** Everything the browser complains of from now on: errors, refusals of the security policy, failed requests. */
export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (reply) => {
    if (reply.status() >= 400) complaints.push(`${reply.status()} ${reply.url()}`);
  });
  return complaints;
}

/** Words no person should read: keys of the locales (« planning:visit.panel »), unfilled places, values of the code. */
export async function strangeWords(page: Page): Promise<string[]> {
  const tokens = (await page.locator('body').innerText()).split(/\s+/);
  return tokens.filter(
    (token) =>
      /^[a-z][a-zA-Z-]*[.:][a-z][a-zA-Z.]+$/.test(token) || /\{\{|^undefined$|^null$|^NaN|\[object/.test(token),
  );
}

/** Pixels by which the page itself scrolls sideways. */
export const sidewaysPixels = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
