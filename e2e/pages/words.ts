/** Names of buttons, fields and regions by which a page object finds its way. Sentences under test stand in the tests. */
const french = {
  signIn: { email: 'Adresse électronique', password: 'Mot de passe', language: 'English' },
  palette: { dialog: 'Rechercher ou agir', field: 'Patient, rendez-vous, action ou page' },
  day: { visit: 'Rendez-vous', booking: 'Nouveau rendez-vous', note: 'Note pour l’équipe', slots: 'Créneaux libres' },
  room: {
    filter: 'Filtrer par nom',
    expected: 'Attendus',
    present: 'Présents',
    inRoom: 'En consultation',
    toCollect: 'À encaisser',
  },
  myDay: { call: 'Appeler', finish: 'Terminer', rest: 'La suite de la journée', later: '10 minutes de retard en plus' },
  till: { pay: 'Paiement', issued: 'Règlement enregistré', list: 'Patients de la caisse' },
  exports: { invoices: 'Télécharger les factures', payments: 'Télécharger les paiements', again: 'Votre mot de passe' },
  undo: 'Annuler',
};

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

const english: Words<typeof french> = {
  signIn: { email: 'E-mail address', password: 'Password', language: 'Français' },
  palette: { dialog: 'Find or do', field: 'Patient, appointment, action or page' },
  day: { visit: 'Appointment', booking: 'New appointment', note: 'Note for the team', slots: 'Free slots' },
  room: {
    filter: 'Filter by name',
    expected: 'Expected',
    present: 'Present',
    inRoom: 'In consultation',
    toCollect: 'To pay',
  },
  myDay: { call: 'Call in', finish: 'Finish', rest: 'The rest of the day', later: '10 more minutes late' },
  till: { pay: 'Payment', issued: 'Payment recorded', list: 'Patients at the till' },
  exports: { invoices: 'Download the invoices', payments: 'Download the payments', again: 'Your password' },
  undo: 'Undo',
};

export type Locale = 'fr' | 'en';
export const wordsOf = (locale: Locale): Words<typeof french> => (locale === 'fr' ? french : english);
