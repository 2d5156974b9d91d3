/** `npm run restore`: a backup becomes the database, whole or not at all. */
import { restoreOptions } from '../backup/options.mjs';
import { putBack } from '../backup/put-back.mjs';
import { build, install } from '../boot/prepare.mjs';
import { readSettings } from '../boot/settings.mjs';

export async function main() {
  const options = restoreOptions(process.argv.slice(3));
  const settings = readSettings();
  await install();
  await build(['backup']);
  await putBack(options, settings);
}
