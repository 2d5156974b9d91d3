/** The block that ends a successful start. */
const signIns = [
  ['lea.bernard@tilleuls.demo', 'secrétaire'],
  ['sonia.dubreuil@tilleuls.demo', 'secrétaire et coordinatrice'],
  ['helene.martin@tilleuls.demo', 'médecin'],
  ['infirmiere@tilleuls.demo', 'infirmière'],
  ['admin@tilleuls.demo', 'administration'],
  ['compta@tilleuls.demo', 'comptabilité'],
  ['nora.haddad@telesec.demo', 'télésecrétaire des deux cabinets'],
  ['lucie.payet@flamboyants.demo', 'secrétaire du second cabinet, à La Réunion'],
];

/**
 * @param {{ settings: import('../boot/settings.mjs').Settings, api: { address: string, health: object, journal: string },
 *   folder: string | null, firstLink?: string | null }} opened
 * @returns {string[]} lines
 */
export function welcome({ settings, api, folder, firstLink = null }) {
  const width = Math.max(...signIns.map(([mail]) => mail.length));
  const demo = settings.seed === 'demo' && api.health.demo !== false && firstLink === null;
  return [
    '',
    `  Pupitre est ouvert : ${settings.publicUrl ?? api.address}`,
    '',
    ...(demo ? ['  Comptes de démonstration, mot de passe « pupitre-demo » :'] : []),
    ...(demo ? signIns.map(([mail, role]) => `    ${mail.padEnd(width)}  ${role}`) : []),
    ...(demo ? [''] : []),
    ...(firstLink
      ? ['  Personne n’a encore de compte. Votre lien (24 heures, une seule fois) :', `    ${firstLink}`, '']
      : []),
    `  Données : ${folder ?? 'base indiquée par DATABASE_URL'}`,
    `  Journal : ${api.journal}`,
    '  Ctrl-C arrête tout ; les données restent.',
    '',
  ];
}
