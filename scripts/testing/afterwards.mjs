/** Undoes what a test made, last first: `t.after` of node:test runs first first, and would remove a folder in use. */
import { after } from 'node:test';

const stacks = new WeakMap();

/** @param {import('node:test').TestContext} t @param {() => unknown} undo */
export function afterwards(t, undo) {
  if (!stacks.has(t)) {
    const stack = [];
    stacks.set(t, stack);
    t.after(async () => {
      while (stack.length > 0) await stack.pop()();
    });
  }
  stacks.get(t).push(undo);
}

/** What stands in for `t` where a whole file shares something; called at the top of the file. */
export function afterTheFile() {
  const undos = [];
  after(async () => {
    for (const undo of undos.reverse()) await undo();
  });
  return { after: (undo) => undos.push(undo) };
}
