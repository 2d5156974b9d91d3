import { fold } from '../patients/search-folding.js';
import type { PatientField } from './import-codes.js';

/**
 * Heads of columns as practice software and spreadsheets write them, folded (`NOM_USUEL` → 'nom usuel'). A head that
 * may mean two things stands under the likelier; `chooseFields` settles 'nom' beside another name.
 */
const names: Readonly<Record<PatientField, string>> = {
  birthName: `
    nom de naissance, nom naissance, nom naiss, nom de naiss, nomnaissance, nomnaiss, nom nais, nom de famille,
    nom famille, nom patronymique, patronyme, nom jeune fille, nom de jeune fille, nom jf, nomjf, jeune fille,
    nom ne, nom nee, ne e, nee, birth name, birthname, maiden name, nom etat civil
  `,
  usedName: `
    nom, nom usuel, nom usage, nom d usage, nom utilise, nomusuel, nomusage, nomutilise, nom marital, nom d
    epouse, nom epouse, nom de mariage, nom marie, nom patient, nom du patient, nom pat, pat nom, patient nom,
    lastname, last name, family name, surname, nom assure, nom beneficiaire, nom client
  `,
  firstName: `
    prenom, prenom usuel, prenom utilise, prenom d usage, prenom usage, prenom patient, prenom du patient,
    premier prenom, 1er prenom, prenom pat, pat prenom, patient prenom, first name, firstname, given name,
    prenom beneficiaire, prenom de naissance, prenom client
  `,
  firstNames: `
    prenoms, prenoms de naissance, liste des prenoms, liste prenoms, prenoms etat civil, autres prenoms, tous
    les prenoms, prenoms naissance, liste prenoms naissance
  `,
  birthDate: `
    date de naissance, date naissance, date nais, date naiss, datenaissance, datenais, datenaiss, dt naissance,
    dt naiss, dt nais, d naissance, ddn, dn, ne le, nee le, ne e le, naissance, date de naiss, birth date,
    birthdate, date of birth, dob, patient ddn, date naissance patient, dnais, date nai, pat ddn
  `,
  sex: 'sexe, sex, genre, gender, code sexe, sexe patient, pat sexe',
  title: 'civilite, civ, titre, politesse, title, qualite, code civilite',
  birthPlaceCode: `
    insee naissance, code insee naissance, code insee lieu de naissance, insee nais, code commune naissance, cog
    naissance, lieu de naissance insee, code lieu naissance, code lieu de naissance, insee lieu naissance, code
    insee de naissance, insee naiss, code insee naiss
  `,
  birthPlace: `
    lieu de naissance, lieu naissance, lieu naiss, lieu nais, ville de naissance, ville naissance, ville nais,
    ville naiss, commune de naissance, commune naissance, ne a, nee a, ne e a, birth place, birthplace
  `,
  birthPostalCode:
    'code postal de naissance, cp naissance, code postal naissance, cp nais, cp naiss, cp lieu de naissance',
  mobile: `
    mobile, portable, tel portable, telephone portable, tel mobile, telephone mobile, gsm, tel1, tel 1,
    telephone 1, telephone1, num portable, numero de portable, numero portable, n portable, port, cellulaire, no
    portable, tel port, tel gsm, mobile phone, cell phone, numero mobile
  `,
  phone: `
    telephone, tel, tel2, tel 2, telephone 2, telephone2, fixe, tel fixe, telephone fixe, domicile, tel
    domicile, telephone domicile, tel dom, tel personnel, telephone personnel, tel perso, phone, numero de
    telephone, num tel, n tel, no tel, home phone, num telephone, tel maison, n de telephone, numero telephone,
    telephone principal
  `,
  otherPhone: `
    tel3, tel 3, telephone 3, telephone3, tel bureau, tel travail, telephone travail, telephone bureau,
    telephone professionnel, tel pro, tel professionnel, autre telephone, autre tel, fax, tel4, tel 4, telephone
    pro, work phone, tel urgence
  `,
  email: `
    mail, email, e mail, courriel, adresse mail, adresse email, adresse e mail, adresse electronique, mel, adel,
    mail patient, email patient, adr mail, adresse courriel, email address, mail 1
  `,
  street: `
    adresse, adr, adr1, adresse1, adresse 1, adr 1, rue, voie, adresse postale, adresse ligne 1, ligne 1,
    address, street, adresse l1, n et voie, numero et voie, adresse du patient, adresse patient
  `,
  street2: `
    adr2, adresse2, adresse 2, adr 2, complement, complement adresse, complement d adresse, adresse ligne 2,
    ligne 2, cpl adresse, compl adresse, adresse l2, batiment, adresse suite, adresse complement
  `,
  postalCode: `
    cp, code postal, codepostal, c p, code post, cpostal, zip, postal code, zip code, cod postal, adr cp, cp
    patient, code postal patient
  `,
  city: 'ville, commune, localite, city, adr ville, ville patient, bureau distributeur, town, ville domicile',
  communeCode: 'insee, code insee, code commune, insee commune, code insee commune, cog, code insee ville',
  referringDoctor: `
    mt, medecin traitant, med traitant, medtraitant, medecin, medecin declare, nom medecin traitant, medecin
    traitant declare, nom du medecin traitant, praticien habituel, praticien, medecin referent, med ttt
  `,
  complementaryName: `
    mutuelle, complementaire, amc, nom mutuelle, nom amc, organisme complementaire, complementaire sante,
    libelle amc, nom de la mutuelle, mutuelle nom, libelle mutuelle
  `,
  longTermIllness: 'ald, affection longue duree, exo ald, en ald, ald o n',
  headsUp: 'alerte, attention, a savoir, consigne, avertissement, pense bete',
  teamNote: `
    commentaire, commentaires, note, notes, remarque, remarques, observation, observations, memo, bloc notes,
    divers
  `,
  nir: `
    nir, num ss, numss, n ss, no ss, nss, numero ss, n secu, num secu, numero secu, numero de secu, numero
    securite sociale, numero de securite sociale, n securite sociale, n de securite sociale, secu, securite
    sociale, no secu, num securite sociale, ins, matricule, matricule ins, n immatriculation, num assure, numero
    assure, immatriculation, no securite sociale
  `,
};

const fieldOfName = new Map<string, PatientField>(
  Object.entries(names).flatMap(([field, list]) =>
    list.split(',').map((name) => [name.trim().replace(/\s+/g, ' '), field as PatientField] as const),
  ),
);
/** Words that only decorate a head: 'Patient - Date de naissance (JJ/MM/AAAA)', 'PAT_NOM', 'Adresse : ville'. */
const decoration =
  /\b(?:patient|patients|pat|client|assure|beneficiaire|identite|coordonnees|etat civil|jj mm aaaa|obligatoire|facultatif)\b/g;

/** The field a head names, and whether it is the head's own name (`sure`) or part of it (`likely`); null when unknown. */
export function fieldOfHeader(header: string): { field: PatientField; confidence: 'sure' | 'likely' } | null {
  const folded = fold(header.replace(/([a-z])([A-Z])/g, '$1 $2'));
  const whole = fieldOfName.get(folded) ?? fieldOfName.get(fold(header));
  if (whole) return { field: whole, confidence: 'sure' };
  const bare = folded.replace(decoration, ' ').replace(/\s+/g, ' ').trim();
  const plain = fieldOfName.get(bare);
  if (plain) return { field: plain, confidence: 'sure' };
  const inside = longestNameIn(bare);
  return inside ? { field: inside, confidence: 'likely' } : null;
}

/** Heads that hold one of these are about somebody else, or about the software: never guessed from a part. */
const notAboutThePatient =
  /\b(?:creation|modif|modification|maj|deces|visite|rdv|consultation|contact|parent|mere|pere|conjoint|tuteur|responsable|payeur|medecin|mutuelle|caisse|regime|id|ref|dossier|employeur|urgence)\b/;

function longestNameIn(text: string): PatientField | null {
  if (notAboutThePatient.test(text)) return null;
  const inside = [...fieldOfName.keys()].filter((name) => name.length >= 4 && ` ${text} `.includes(` ${name} `));
  const longest = inside.sort((a, b) => b.length - a.length)[0];
  return longest ? (fieldOfName.get(longest) ?? null) : null;
}

/** The same for any order of the same columns: what a mapping is remembered by. */
export function headerSignature(headers: readonly string[]): string {
  return headers.map(fold).sort().join('|');
}
