/**
 * routes/: where the features meet. How a feature plugs in:
 *
 * 1. Route   `routes/<screen>.route.tsx`: createRoute under `practiceRoute`, `path` in French as in the URL,
 *            `staticData: { screen: '<id>' }`, `beforeLoad: mayEnter('<permission>')`, search checked by zod,
 *            `loader: () => Promise.all([loadWords('<domain>'), queryClient.ensureQueryData(…)])`, and the page lazy:
 *            `component: lazyRouteComponent(() => import('../features/<domain>/<page>'), '<Page>')`. Add it in router.tsx.
 *            What a route file imports, every page loads: the queries of a feature are imported inside its loader.
 * 2. Rail    one entry in frame/screens.ts (icon, word, permission, phone or not, badge). No page, no entry.
 * 3. Panel   `<Panel label=… onClose=…>` (ui/panel) rendered from the page: it appears at the right, Esc closes it.
 *            `<Fill slot="footStart|footEnd|topActs">` (ui/slot) fills the status bar and the top bar.
 * 4. Keys    `useShortcut({ id, keys, scope, labelKey, groupKey, run })`; the same key is printed by `<Button keys>`.
 * 5. Words   `locales/{fr,en}/<domain>.json`, one line in i18next.d.ts, `useTranslation('<domain>')`.
 * 6. Acts    after a change that can be undone: `tellAct({ id, name, sentence, until, undo })`, or `tellOwnAct` when its
 *            way back is another call (lib/last-act). Each write of `callApi` forgets the act before it.
 * 7. Queries keys by `practiceKey(practiceId, '<domain>', …)`: live events refresh them by topic (lib/live-topics).
 *
 * A page starts with a `.bar` holding its one `h1`, and calls `useScreenTitle`. Features never import one another.
 */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';

export interface RouterContext {
  queryClient: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
});
