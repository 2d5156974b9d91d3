// The architecture's fences (docs/architecture.md) over a tree: `node scripts/check-fences.mjs [folder]`.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
const watched = ['packages/shared/src', 'apps/api/src', 'apps/web/src'];

// dependency-cruiser's swc parser never says tsx: .tsx files are parsed as such here, before it loads swc.
const swc = createRequire(import.meta.url)('@swc/core');
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

/** @returns {Promise<{ modules: number, violations: { rule: string, from: string, to: string }[] }>} */
export async function fenceViolations(folder) {
  const { cruise } = await import('dependency-cruiser');
  const extract = await import('dependency-cruiser/config-utl/extract-depcruise-config');
  const config = await extract.default(path.join(root, '.dependency-cruiser.cjs'));
  const before = process.cwd();
  process.chdir(folder);
  try {
    const { forbidden, options } = config;
    const result = await cruise(
      watched.filter((part) => existsSync(part)),
      { ...options, validate: true, ruleSet: { forbidden }, baseDir: folder },
      options.enhancedResolveOptions,
    );
    const { violations, totalCruised } = result.output.summary;
    return {
      modules: totalCruised,
      violations: violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    };
  } finally {
    process.chdir(before);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { modules, violations } = await fenceViolations(path.resolve(process.argv[2] ?? root));
  for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`);
  console.log(`fences: ${modules} modules, ${violations.length} violations`);
  if (violations.length > 0 || modules < 50) process.exit(1);
}
