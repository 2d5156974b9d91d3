import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inRoot } from '../boot/root.mjs';
import { budgets, overBudget } from './budgets.mjs';
import { bytesOf, firstLoads, loadedWith, scriptsOfPage, staticImports } from './code-loaded.mjs';

describe('the code that a page loads', () => {
  test('the page names what it runs and what it preloads, no sheet and no font', () => {
    const html = `<link rel="preload" href="/assets/inter-1.woff2" as="font" crossorigin /><script src="/first-paint.js"></script>
      <script type="module" crossorigin src="/assets/index-1.js"></script>
      <link rel="modulepreload" crossorigin href="/assets/libraries-1.js"><link rel="stylesheet" href="/assets/start-1.css">`;
    assert.deepEqual(scriptsOfPage(html), ['first-paint.js', 'assets/index-1.js', 'assets/libraries-1.js']);
  });

  test('a chunk waits for what it imports and passes on, not for what it may ask for later', () => {
    const code =
      'import{a as b,$ as c}from"./a.js";import"./b.js";import*as d from"./c.js";export{e}from"./d.js";' +
      'const f=()=>import("./later.js");export{f as g};import h from"./e.js";';
    assert.deepEqual(staticImports(code), ['a.js', 'b.js', 'c.js', 'd.js', 'e.js']);
  });

  test('each file counts once, round trips included', () => {
    const files = {
      'assets/a.js': 'import"./b.js";import"./c.js";',
      'assets/b.js': 'import"./c.js";import"./a.js";import("./d.js")',
      'assets/c.js': 'export{c}',
    };
    const read = (name) => ({ name, bytes: 10, text: files[name] });
    const loaded = loadedWith(['assets/a.js', 'assets/b.js'], read);
    assert.deepEqual(loaded.map(({ name }) => name).sort(), Object.keys(files));
    assert.equal(bytesOf(loaded), 30);
  });

  test('a build over its budget is told, one on it is not', () => {
    const weighing = (start, day) => ({ start: [{ bytes: start }], day: [{ bytes: day }] });
    assert.deepEqual(overBudget(weighing(budgets.start, budgets.day)), []);
    assert.deepEqual(overBudget(weighing(budgets.start + 1, budgets.day)), [
      `start: ${budgets.start + 1} > ${budgets.start}`,
    ]);
    assert.deepEqual(overBudget(weighing(budgets.start, 1_000_000)), [`day: 1000000 > ${budgets.day}`]);
  });
});

describe('the build', () => {
  const loads = () => firstLoads(inRoot('apps/web/dist'));

  test('starts within its budget', () => assert.deepEqual(overBudget(loads()), []));

  test('was measured: the interface library alone weighs a third of what every page waits for', () => {
    assert.ok(bytesOf(loads().start) > 50_000);
    assert.ok(bytesOf(loads().day) > bytesOf(loads().start));
  });

  test('a folder without a build is no light build', () => {
    assert.throws(() => firstLoads(inRoot('scripts')));
  });
});
