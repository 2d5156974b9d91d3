import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../testing/folders.mjs';
import { linkLibraries } from './binaries.mjs';

test('libraries are linked again where install scripts were switched off', (t) => {
  const folder = temporaryFolder(t);
  fs.mkdirSync(path.join(folder, 'native', 'lib'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'native', 'lib', 'libicu.so.60.2'), 'library');
  const links = [
    { source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' },
    { source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so' },
  ];
  fs.writeFileSync(path.join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  linkLibraries(folder);
  linkLibraries(folder);
  for (const { target } of links) assert.equal(fs.readFileSync(path.join(folder, target), 'utf8'), 'library');
  // Relative, so that a copied folder does not point back.
  assert.equal(fs.readlinkSync(path.join(folder, links[1].target)), 'libicu.so.60.2');
});
