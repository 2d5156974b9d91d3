// Each fence is proved once on a planted violation: a rule that cannot fail guards nothing.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fenceViolations } from './check-fences.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'pupitre-fences-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const planted = {
  'shared-stays-pure': ['packages/shared/src/a/rule.ts', "import { readFileSync } from 'node:fs'; readFileSync('x');"],
  'module-through-its-door': [
    'apps/api/src/modules/calls/call.service.ts',
    "import { invoice } from '../billing/invoice.service.js'; invoice();",
  ],
  'platform-knows-no-module': [
    'apps/api/src/platform/early.ts',
    "import { invoice } from '../modules/billing/invoice.service.js'; invoice();",
  ],
  'only-repositories-touch-typeorm': [
    'apps/api/src/modules/billing/split.service.ts',
    "import pg from 'pg'; pg.connect();",
  ],
  'controllers-stay-thin': [
    'apps/api/src/modules/billing/invoice.controller.ts',
    "import { rows } from './invoice.repository.js'; rows();",
  ],
  'feature-islands': ['apps/web/src/features/till/till.tsx', "import { Day } from '../planning/day'; Day();"],
  'planner-knows-no-domain': [
    'apps/web/src/planner/grid.ts',
    "import { callApi } from '../lib/api-client'; callApi();",
  ],
  'web-flows-one-way': [
    'apps/web/src/features/planning/link.ts',
    "import { route } from '../../routes/day.route'; route();",
  ],
  'web-flows-one-way-to-features': [
    'apps/web/src/ui/button.tsx',
    "import { Day } from '../features/planning/day'; Day();",
  ],
  'no-app-to-app': ['apps/web/src/lib/direct.ts', "import { early } from '../../../api/src/platform/clean'; early();"],
  'no-cycles': ['apps/web/src/lib/one.ts', "import { two } from './two'; export const one = () => two();"],
};

const innocent = {
  'apps/api/src/modules/billing/invoice.service.ts': 'export const invoice = () => 1;',
  'apps/api/src/modules/billing/invoice.repository.ts': 'export const rows = () => [];',
  'apps/api/src/platform/clean.ts': 'export const early = () => 1;',
  'apps/web/src/features/planning/day.tsx': 'export const Day = () => null;',
  'apps/web/src/routes/day.route.ts': 'export const route = () => null;',
  'apps/web/src/lib/api-client.ts': 'export const callApi = () => null;',
  'apps/web/src/lib/two.ts': "import { one } from './one'; export const two = () => one;",
};

test('every fence sees its planted violation, and nothing else is blamed', async () => {
  for (const [file, text] of [...Object.values(planted), ...Object.entries(innocent)]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${text}\n`);
  }
  const { violations } = await fenceViolations(folder);
  for (const [rule, [file]] of Object.entries(planted)) {
    const seen = violations.some((violation) => violation.rule === rule && violation.from === file);
    assert.ok(seen, `${rule} did not see ${file}`);
  }
  const guilty = new Set([...Object.values(planted).map(([file]) => file), 'apps/web/src/lib/two.ts']);
  assert.deepEqual(
    violations.filter(({ from }) => !guilty.has(from)),
    [],
  );
});
