/** What a browser fetches of the built web application, read from the files that are served. */
import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{ name: string, bytes: number, text: string }} CodeFile `bytes` as they travel: Brotli where it was packed */

/** Scripts that the page itself names: run or preloaded. */
export const scriptsOfPage = (html) =>
  [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/([^"]+\.js)"/g)].map(([, name]) => name);

/** Neighbours that a chunk cannot run without; an `import()` is not one of them. */
export const staticImports = (code) =>
  [...code.matchAll(/(?:^|[;}\n])(?:import|export)(?:[\s\w$*,{}]+?from)?\s*"\.\/([^"]+)"/g)].map(([, name]) => name);

/**
 * Everything that must be there before `names` run, each file once.
 * @param {string[]} names
 * @param {(name: string) => CodeFile} read
 * @returns {CodeFile[]}
 */
export function loadedWith(names, read) {
  const found = new Map();
  const waiting = [...names];
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    if (found.has(name)) continue;
    const file = read(name);
    found.set(name, file);
    waiting.push(...staticImports(file.text).map((near) => path.posix.join(path.posix.dirname(name), near)));
  }
  return [...found.values()];
}

export const bytesOf = (files) => files.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * The build of a folder: what every page waits for, and the desk's home with its frame. The words of the frame count,
 * for nothing is drawn before them, in the heavier of the two languages.
 * @throws when the folder holds no build, or no chunk of those names: a measure of nothing would always pass
 */
export function firstLoads(folder) {
  const read = (name) => {
    const file = path.join(folder, name);
    const packed = `${file}.br`;
    const { size } = fs.statSync(fs.existsSync(packed) ? packed : file);
    return { name, bytes: size, text: fs.readFileSync(file, 'utf8') };
  };
  const chunk = (source) => {
    const names = fs.readdirSync(path.join(folder, 'assets')).filter((name) => name.endsWith('.js'));
    const [only, ...others] = names.filter((name) => name.replace(/-[\w-]{8}\.js$/, '') === source);
    if (!only || others.length > 0) throw new Error(`not one chunk named ${source} in ${folder}`);
    return `assets/${only}`;
  };
  const scripts = scriptsOfPage(fs.readFileSync(path.join(folder, 'index.html'), 'utf8'));
  if (scripts.length === 0) throw new Error(`no script in the page of ${folder}`);
  const words = ['frame-words.fr', 'frame-words.en'].map((source) => read(chunk(source)));
  const [heaviest] = words.sort((one, other) => other.bytes - one.bytes);
  const awaited = [...scripts, heaviest.name];
  return {
    start: loadedWith(awaited, read),
    day: loadedWith([...awaited, chunk('app-frame'), chunk('day.screen')], read),
  };
}
