import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileRefusal, logRefusal, majorRefusal } from './refusals.mjs';

const coded = (code) => Object.assign(new Error(code), { code });

for (const [code, sentence] of [
  ['ENOSPC', /disque est plein.*\/srv\/x/],
  ['EDQUOT', /disque est plein/],
  ['EACCES', /droits insuffisants/],
  ['EROFS', /lecture seule/],
  ['ENOTDIR', /n’est pas un dossier/],
]) {
  test(`${code} becomes a sentence`, () => assert.match(fileRefusal(coded(code), '/srv/x').message, sentence));
}

test('an unknown error stays as it is', () => {
  const error = coded('EMFILE');
  assert.equal(fileRefusal(error, '/srv/x'), error);
});

for (const [log, sentence] of [
  ['initdb: error: could not write file "/srv/x/pg_wal/1": No space left on device', /disque est plein/],
  [
    'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes\nHINT:  Check free disk space.',
    /plein/,
  ],
  ['FATAL:  could not create lock file "postmaster.pid": Permission denied', /droits insuffisants/],
  ['FATAL:  data directory "/srv/x" has wrong ownership', /autre compte/],
  ['LOG: one\nFATAL:  something new', /FATAL: {2}something new/],
]) {
  test(`Postgres said « ${log.slice(0, 40)}… »`, () => {
    assert.match(logRefusal('Postgres n’a pas démarré', log, '/srv/x').message, sentence);
  });
}

test('the same major is fine, any other is refused with both numbers', () => {
  assert.equal(majorRefusal(18, 18, '/srv/x'), null);
  assert.match(majorRefusal(19, 18, '/srv/x').message, /Postgres 19.*plus récente.*\(18\).*Rien n’a été modifié/);
  assert.match(majorRefusal(17, 18, '/srv/x').message, /Postgres 17.*plus ancienne/);
});
