/**
 * The ten fences of docs/architecture.md. Paths are relative to the folder the check runs in, so that
 * scripts/fences.test.mjs can prove each rule on a planted violation.
 */
const web = '^apps/web/src';
const modules = '^apps/api/src/modules';

module.exports = {
  forbidden: [
    {
      name: 'shared-stays-pure',
      severity: 'error',
      from: { path: '^packages/shared/src', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/shared/src|(^|node_modules/)(zod|date-fns|@date-fns/tz)(/|$)' },
    },
    {
      name: 'module-through-its-door',
      severity: 'error',
      from: { path: `${modules}/([^/]+)/` },
      to: { path: `${modules}/([^/]+)/`, pathNot: `${modules}/$1/|\\.(module|public)\\.ts$` },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^apps/api/src/platform/' },
      to: { path: `${modules}/` },
    },
    {
      name: 'only-repositories-touch-typeorm',
      severity: 'error',
      from: { path: `${modules}/`, pathNot: '\\.(repository|entity|module|test)\\.ts$' },
      to: { path: '(^|node_modules/)(@types/)?(typeorm|pg)(/|$)' },
    },
    {
      name: 'controllers-stay-thin',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '\\.(repository|entity)\\.ts$' },
    },
    {
      name: 'feature-islands',
      severity: 'error',
      from: { path: `${web}/features/([^/]+)/` },
      to: { path: `${web}/features/([^/]+)/`, pathNot: `${web}/features/$1/` },
    },
    {
      name: 'planner-knows-no-domain',
      severity: 'error',
      from: { path: `${web}/planner/` },
      to: { path: `${web}/(features/|lib/api-client)` },
    },
    {
      name: 'web-flows-one-way',
      severity: 'error',
      from: { path: `${web}/(features|ui|planner|lib|keyboard)/` },
      to: { path: `${web}/routes/` },
    },
    {
      name: 'web-flows-one-way-to-features',
      severity: 'error',
      from: { path: `${web}/(ui|planner|lib|keyboard)/` },
      to: { path: `${web}/features/` },
    },
    {
      name: 'no-app-to-app',
      severity: 'error',
      from: { path: '^apps/(api|web)/' },
      to: { path: '^apps/(api|web)/', pathNot: '^apps/$1/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
    },
  },
};
