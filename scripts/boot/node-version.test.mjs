import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeRefusal } from './node-version.mjs';

for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.21.0']) {
  test(`Node ${version} is accepted`, () => assert.equal(nodeRefusal(version), null));
}

for (const version of ['18.20.4', '20.18.3', '20.9.0', '8.0.0']) {
  test(`Node ${version} is refused with both versions in the sentence`, () => {
    const sentence = nodeRefusal(version);
    assert.match(sentence, /Node 20\.19 ou plus récent/);
    assert.ok(sentence.includes(version));
  });
}
