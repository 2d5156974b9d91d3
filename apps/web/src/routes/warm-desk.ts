/** What most people see next, fetched while something else is awaited: a session, a password. */
export const warmDesk = (): Promise<unknown> =>
  Promise.all([import('./frame/landing'), import('./frame/app-frame'), import('./day.screen')]).catch(() => undefined);
