/**
 * The floor of the Node versions Pupitre runs on (the `engines` field of package.json says the same).
 * Written in old syntax on purpose: this file must load on the Node it refuses.
 */
const floor = { major: 20, minor: 19 };

/** A sentence when `version` ("20.20.2") is below the floor, else null. */
export function nodeRefusal(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > floor.major || (major === floor.major && minor >= floor.minor)) return null;
  return (
    `Pupitre demande Node ${floor.major}.${floor.minor} ou plus récent ; cette machine a Node ${version}. ` +
    'Installez une version plus récente depuis https://nodejs.org puis relancez la commande.'
  );
}
