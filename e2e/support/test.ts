import { type Browser, type BrowserContext, test as base, type Page } from '@playwright/test';
import { demoDay } from './databases.ts';
import { Server } from './server.ts';

export { expect } from '@playwright/test';

export const people = {
  lea: 'lea.bernard@tilleuls.demo',
  sonia: 'sonia.dubreuil@tilleuls.demo',
  martin: 'helene.martin@tilleuls.demo',
  nurse: 'infirmiere@tilleuls.demo',
  admin: 'admin@tilleuls.demo',
  accountant: 'compta@tilleuls.demo',
  nora: 'nora.haddad@telesec.demo',
  lucie: 'lucie.payet@flamboyants.demo',
} as const;
export const password = 'pupitre-demo';

export interface SignedInOptions {
  readonly phone?: boolean;
  readonly locale?: 'fr' | 'en';
  readonly theme?: 'light' | 'dark';
}

/** A person at a browser of her own, signed in. */
export class Desk {
  constructor(
    readonly page: Page,
    readonly server: Server,
    readonly practiceId: string,
  ) {}

  /** Opens a screen of her practice by the last part of its address. */
  async open(screen: string): Promise<void> {
    await this.page.goto(`${this.server.url}/p/${this.practiceId}/${screen}`);
    await this.page.locator('h1').first().waitFor();
  }

  /** The raw API, with her cookie: path below her practice. */
  api(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    return rawApi(this.page, method, `/practices/${this.practiceId}${path}`, body, headers);
  }
}

/** Any path of the API, as whoever is signed in on the page. */
export function rawApi(page: Page, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return page.evaluate(
    async (call) => {
      const reply = await fetch(`/api${call.path}`, {
        method: call.method,
        headers: { ...(call.body === undefined ? {} : { 'content-type': 'application/json' }), ...call.headers },
        body: call.body === undefined ? undefined : JSON.stringify(call.body),
      });
      const text = await reply.text();
      const isJson = reply.headers.get('content-type')?.includes('json') ?? false;
      return { status: reply.status, body: isJson && text ? JSON.parse(text) : text };
    },
    { method, path, body, headers },
  );
}

interface Fixtures {
  server: Server;
  /** Signs somebody in, in a browser context of her own. */
  signIn: (email: string, options?: SignedInOptions) => Promise<Desk>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know the fixtures asked for
  server: async ({}, use) => {
    const server = new Server();
    await server.start();
    await use(server);
    await server.stop();
  },
  signIn: async ({ server, browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (email, options = {}) => {
      const context = await newContext(browser, options);
      contexts.push(context);
      return signedIn(await context.newPage(), server, email, options);
    });
    for (const context of contexts) await context.close();
  },
});

function newContext(browser: Browser, options: SignedInOptions): Promise<BrowserContext> {
  return browser.newContext(
    options.phone
      ? { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }
      : {},
  );
}

async function signedIn(page: Page, server: Server, email: string, options: SignedInOptions): Promise<Desk> {
  await page.goto(`${server.url}/connexion`);
  const { status, body } = await rawApi(page, 'POST', '/session', { email, password });
  if (status !== 200) throw new Error(`${email} could not sign in: ${status}`);
  const preferences = { ...body.preferences, locale: options.locale ?? 'fr', theme: options.theme ?? 'light' };
  await rawApi(page, 'PUT', '/session/preferences', preferences);
  return new Desk(page, server, body.memberships[0].practiceId);
}

export { demoDay };
