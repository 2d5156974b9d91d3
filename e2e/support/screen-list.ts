import type { Page } from '@playwright/test';
import type { Desk } from './test.ts';

/** A screen as somebody has it before her eyes. */
export interface ScreenCase {
  readonly name: string;
  readonly who: 'lea' | 'sonia' | 'admin' | 'martin';
  /** Last part of its address. */
  readonly path: (desk: Desk) => string | Promise<string>;
  /** What to do once there. */
  readonly open?: (page: Page) => Promise<void>;
  /** Words that are there once the screen is whole. */
  readonly shows: { readonly fr: string | RegExp; readonly en: string | RegExp };
  /** Button that must stay within reach on a small screen, in French. */
  readonly mainAct?: string | RegExp;
}

const at = (path: string) => () => path;

async function patientId(desk: Desk, text: string): Promise<string> {
  const { body } = await desk.api('POST', '/patients/search', { text, limit: 1 });
  return body.hits[0].id;
}

/** Dr Leroy's Wednesday, twenty-one patients: a sick day like any desk knows. */
async function sickDay(desk: Desk): Promise<string> {
  const { body } = await desk.api('GET', '/setup');
  const leroy = body.resources.find(({ name }: { name: string }) => name.includes('LEROY'));
  const day = '2026-03-04';
  const absence = { resourceId: leroy.id, fromDay: day, fromMin: 0, toDay: day, toMin: 1440, reason: 'sick', note: '' };
  const noted = await desk.api('POST', '/absences', absence, { 'idempotency-key': crypto.randomUUID() });
  return `absences/${noted.body.absence.id}`;
}

/** Lines of every kind: new, already there, doubtful, refused. */
export const mixedFile = [
  'NOM;PRENOM;DATE_NAISSANCE;SEXE;MOBILE;TRAITANT',
  'ZABULON;Achille;04/07/1957;M;06 39 98 00 01;MARTIN',
  'ZABULON;Achille;07/04/1957;M;06 39 98 00 01;MARTIN',
  'ZACHARIE;Jean;31/02/1970;M;;',
  ';Inconnu;01/02/1970;M;;',
  'ZELLER;Ève;11/12/1990;F;06 39 98 00 02;LEROY',
  '',
].join('\r\n');

/** Chooses it as somebody does; the columns and the lines come by themselves. */
export const chooseMixedFile = (page: Page): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'patients_dumas.csv', mimeType: 'text/csv', buffer: Buffer.from(mixedFile) });

const press = (key: string, then?: string) => async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press(key);
  if (!then) return;
  await page.getByRole('combobox').first().waitFor();
  await page.keyboard.type(then);
};

export const deskScreens: readonly ScreenCase[] = [
  {
    name: 'jour',
    who: 'lea',
    path: at('jour'),
    shows: { fr: /^93\s+RDV$/, en: /^93\s+visits$/ },
    mainAct: /^RDV/,
  },
  {
    name: 'jour, une visite',
    who: 'lea',
    path: at('jour'),
    open: (page) => page.getByRole('gridcell', { name: 'LEFEBVRE Annick' }).click(),
    shows: { fr: 'Parcours', en: 'History' },
    mainAct: /^Arrivé/,
  },
  {
    name: 'jour, réservation',
    who: 'lea',
    path: at('jour'),
    open: async (page) => {
      await press('F2', 'dupont mari')(page);
      await page.getByRole('option', { name: 'DUPONT Marie' }).first().waitFor();
      await page.keyboard.press('Enter');
    },
    shows: { fr: 'Note pour l’équipe', en: 'Note for the team' },
    mainAct: /^Réserver/,
  },
  {
    name: 'jour, liste',
    who: 'lea',
    path: at('jour?liste=true'),
    shows: { fr: 'ROUSSEL', en: 'ROUSSEL' },
    mainAct: /^RDV/,
  },
  {
    name: 'semaine',
    who: 'lea',
    path: at('semaine'),
    shows: { fr: 'VASSEUR', en: 'VASSEUR' },
    mainAct: /^RDV/,
  },
  {
    name: 'semaine, liste',
    who: 'lea',
    path: at('semaine?liste=true'),
    shows: { fr: 'ROUSSEL', en: 'ROUSSEL' },
  },
  {
    name: 'semaine, tous les agendas',
    who: 'lea',
    path: at('semaine?vue=charge'),
    shows: { fr: 'Ensemble', en: 'Together' },
    mainAct: /^RDV/,
  },
  { name: 'mois', who: 'lea', path: at('mois'), shows: { fr: /^Occupation en/, en: /^Booked, in/ } },
  {
    name: 'palette',
    who: 'lea',
    path: at('jour'),
    open: press('F2', 'dupont mari'),
    shows: { fr: 'premier libre', en: 'first free' },
  },
  {
    name: 'nouveau patient',
    who: 'lea',
    path: at('jour'),
    open: async (page) => {
      await press('F2', 'dupont marie')(page);
      await page.getByRole('option', { name: 'DUPONT Marie' }).first().waitFor();
      await page.keyboard.press('Control+Enter');
    },
    shows: { fr: 'Créer, puis les créneaux', en: /^Create,/ },
    mainAct: /^Créer/,
  },
  {
    name: 'salle d’attente',
    who: 'lea',
    path: at('salle'),
    shows: { fr: 'Depuis ce matin', en: /^Since this morning/ },
    mainAct: 'Sans rendez-vous',
  },
  {
    name: 'dossiers',
    who: 'lea',
    path: at('dossiers'),
    open: (page) => page.getByRole('searchbox').fill('dup'),
    shows: { fr: 'DUPAS', en: 'DUPAS' },
    mainAct: 'Nouveau patient',
  },
  ...(['identite', 'rendez-vous', 'facturation', 'journal'] as const).map(
    (tab): ScreenCase => ({
      name: `dossier, ${tab}`,
      who: 'lea',
      path: async (desk) => `dossiers/${await patientId(desk, 'dupont marie')}?onglet=${tab}`,
      shows: { fr: 'INS qualifiée', en: /qualified/i },
      mainAct: /^RDV/,
    }),
  ),
  {
    name: 'caisse',
    who: 'lea',
    path: at('caisse'),
    shows: { fr: 'Compte du patient', en: /account/i },
    mainAct: /^Valider le paiement/,
  },
  ...(
    [
      ['horaires', 'Exceptions à venir', 'Coming exceptions', 'Modifier'],
      ['feries', 'Jours fermés du cabinet', 'The practice’s own closed days', 'Fermer ce jour'],
      ['sites', 'Nouveau site', 'New site', 'Nouveau site'],
      ['absences', 'Noter une absence', 'Note an absence', 'Noter une absence'],
      ['motifs', 'Motifs', 'Visit types', 'Motif'],
      ['salles', 'Salles d’examen', 'Salles d’examen', 'Ajouter un groupe'],
    ] as const
  ).map(
    ([part, fr, en, mainAct]): ScreenCase => ({
      name: `réglages, ${part}`,
      who: 'sonia',
      path: at(`reglages?volet=${part}`),
      shows: { fr, en },
      mainAct,
    }),
  ),
  {
    name: 'réglages, données',
    who: 'sonia',
    path: at('reglages?volet=donnees'),
    shows: { fr: 'Imports précédents', en: 'Earlier imports' },
    mainAct: 'Choisir un fichier',
  },
  {
    name: 'réglages, un import',
    who: 'sonia',
    path: at('reglages?volet=donnees'),
    open: chooseMixedFile,
    shows: { fr: /^le nom est vide/, en: /^the name is empty/ },
  },
  {
    name: 'réglages, journal',
    who: 'admin',
    path: at('reglages?volet=journal'),
    shows: { fr: /^Journal intact/, en: /^Journal intact/ },
  },
  {
    name: 'réglages, calendriers',
    who: 'sonia',
    path: at('reglages?volet=calendriers'),
    shows: { fr: 'Agendas extérieurs', en: 'Outside calendars' },
    mainAct: 'Créer une adresse',
  },
  {
    name: 'réglages, tâches',
    who: 'admin',
    path: at('reglages?volet=taches'),
    // The links of the demo's remote visits may be under way, or not yet asked for.
    shows: { fr: /téléconsultation|Aucune tâche de fond/, en: /video visit|No background job/ },
  },
  {
    name: 'mes sessions',
    who: 'lea',
    path: at('jour'),
    open: async (page) => {
      await page.getByRole('button', { name: /^Menu de|’s menu$|^Menu of/ }).click();
      await page.getByRole('menuitem', { name: /sessions$/ }).click();
    },
    shows: { fr: 'Mes sessions', en: 'My sessions' },
  },
  {
    name: 'réglages, membres',
    who: 'admin',
    path: at('reglages?volet=membres'),
    shows: { fr: 'lea.bernard@tilleuls.demo', en: 'lea.bernard@tilleuls.demo' },
    mainAct: 'Ajouter',
  },
  {
    name: 'réglages, membres, nouvelle personne',
    who: 'admin',
    path: at('reglages?volet=membres'),
    open: (page) => page.getByRole('button', { name: /^(Ajouter|Add)$/ }).click(),
    shows: { fr: 'Nouvelle personne', en: 'New person' },
  },
  {
    name: 'nouvelle absence',
    who: 'lea',
    path: at('absences'),
    shows: { fr: 'Effet sur l’agenda', en: 'Effect on the agenda' },
    mainAct: /^Noter l’absence/,
  },
  {
    name: 'absence, feuille d’appels',
    who: 'lea',
    path: sickDay,
    shows: { fr: '0 / 21', en: '0 / 21' },
    mainAct: /^Replacer/,
  },
  { name: 'retards, qui prévenir', who: 'lea', path: at('retards'), shows: { fr: /^Dr N’Guyen/, en: /^Dr N’Guyen/ } },
  { name: 'exports', who: 'admin', path: at('exports'), shows: { fr: 'Par praticien', en: 'By practitioner' } },
  { name: 'ma journée', who: 'martin', path: at('ma-journee'), shows: { fr: /^SALL$/, en: /^SALL$/ } },
];
