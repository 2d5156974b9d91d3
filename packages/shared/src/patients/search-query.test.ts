import { describe, expect, test } from '@jest/globals';
import { type SearchedPatient, searchKeysOf } from './search-keys.js';
import { matchReason, rankMatch, type SearchCondition, searchPlan } from './search-query.js';

const person = (
  usedName: string,
  firstName: string,
  birthDate: string,
  phone: string | null = null,
  birthName = usedName,
  firstNames = firstName,
): SearchedPatient => ({ usedName, firstName, birthDate, phone, birthName, firstNames });

/** The table `patient_search_key` and the only two operators a query may use on it. */
class KeyTable {
  private readonly rows: { key: string; patient: SearchedPatient }[];
  private readonly byKey = new Map<string, SearchedPatient[]>();

  constructor(patients: readonly SearchedPatient[]) {
    this.rows = patients
      .flatMap((patient) => searchKeysOf(patient).map(({ key }) => ({ key, patient })))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    for (const { key, patient } of this.rows) this.byKey.set(key, [...(this.byKey.get(key) ?? []), patient]);
  }

  search(text: string): SearchedPatient[] {
    const found = new Set<SearchedPatient>();
    for (const step of searchPlan(text)) {
      const [first, ...others] = step.all.map((condition) => this.read(condition));
      for (const patient of first ?? []) if (others.every((set) => set.has(patient))) found.add(patient);
    }
    return [...found]
      .filter((patient) => matchReason(text, patient))
      .sort((a, b) => rankMatch(text, a) - rankMatch(text, b));
  }

  private read(condition: SearchCondition): Set<SearchedPatient> {
    if ('equals' in condition) return new Set(condition.equals.flatMap((key) => this.byKey.get(key) ?? []));
    const found = new Set<SearchedPatient>();
    let [low, high] = [0, this.rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle]?.key ?? '') < condition.startsWith) low = middle + 1;
      else high = middle;
    }
    for (let at = low; this.rows[at]?.key.startsWith(condition.startsWith); at += 1) {
      found.add((this.rows[at] as { patient: SearchedPatient }).patient);
    }
    return found;
  }
}

const marie = person('DUPONT', 'Marie', '1962-03-12', '+33639984712', 'DURAND', 'Marie Louise');
const marc = person('DUPUIS', 'Marc', '1985-07-04', '+33639980009');
const anne = person('Le Guen', 'Anne-Marie', '1962-11-30', '+33320000012');
const leguen = person('LEGUEN', 'Yann', '1990-01-02');
const sami = person('BEN AMMAR', 'Sami', '1978-05-06', '+262692123456');
const benamar = person('Benamar', 'Lina', '2019-02-03');
const almeida = person('d’Almeida', 'José', '1955-12-31');
const noemie = person('Œuvrard', 'Noémie', '2001-09-09', null, 'Œuvrard', 'Noémie Béatrice');
const jean = person('Petit', 'Jean-Pierre', '1953-08-21');
const tour = person('de La Tour', 'Élise', '1947-06-05');
const lim = person('Lim', 'Sophea', '1999-04-10', '+32470123456');
const roux = person('Roux', 'Paul', '1988-02-29');
const nguyen = person('N’Guyen', 'Thị Hà', '1970-10-10');
const everybody = [marie, marc, anne, leguen, sami, benamar, almeida, noemie, jean, tour, lim, roux, nguyen];
const table = new KeyTable(everybody);

describe('what the desk types, whom it finds first, and why', () => {
  test.each([
    ['dupont', marie, 'name'],
    ['DUPONT Marie', marie, 'name'],
    ['dup ma', marie, 'name'],
    ['dupon', marie, 'name'],
    ['marie dupont', marie, 'swapped'],
    ['mar dupo', marie, 'swapped'],
    ['durand', marie, 'birth_name'],
    ['durand marie', marie, 'birth_name'],
    ['mme dupont née durand', marie, 'name'],
    ['dupont louise', marie, 'name'],
    ['120362', marie, 'birth_date'],
    ['12/03/1962', marie, 'birth_date'],
    ['12 03 62', marie, 'birth_date'],
    ['12.3.62', marie, 'birth_date'],
    ['1962-03-12', marie, 'birth_date'],
    ['12031962', marie, 'birth_date'],
    ['12036', marie, 'birth_date'],
    ['4712', marie, 'phone'],
    ['98 47 12', marie, 'phone'],
    ['06 39 98 47 12', marie, 'phone'],
    ['+33 6 39 98 47 12', marie, 'phone'],
    ['dupont 4712', marie, 'name'],
    ['dupont 12/03/62', marie, 'name'],
    ['dupnt', marie, 'typo'],
    ['dumont', marie, 'typo'],
    ['duopnt ma', marie, 'typo'],
    ['duppont', marie, 'typo'],
    ['dupont marei', marie, 'typo'],
    ['le guen 62', anne, 'name'],
    ['guen', anne, 'name'],
    ['leguen anne', anne, 'name'],
    ['anne marie', anne, 'first_name'],
    ['annemarie', anne, 'first_name'],
    ['le guen y', leguen, 'name'],
    ['le geun', anne, 'typo'],
    ['ben amar', benamar, 'name'],
    ['ben amar sami', sami, 'typo'],
    ['benammar', sami, 'name'],
    ['0692123456', sami, 'phone'],
    ['almeida', almeida, 'name'],
    ["d'almeida", almeida, 'name'],
    ['dalmeida jose', almeida, 'name'],
    ['oeuvrard', noemie, 'name'],
    ['noemie', noemie, 'first_name'],
    ['béatrice oeuv', noemie, 'swapped'],
    ['jean pierre petit', jean, 'swapped'],
    ['petit jeanpierre', jean, 'name'],
    ['latour', tour, 'name'],
    ['la tour elise', tour, 'name'],
    ['lim', lim, 'name'],
    ['rux paul', roux, 'typo'],
    ['roux 88', roux, 'name'],
    ['290288', roux, 'birth_date'],
    ['nguyen', nguyen, 'name'],
    ['n guyen', nguyen, 'name'],
  ] as const)('%s', (text, expected, reason) => {
    const found = table.search(text);
    expect(found[0]).toBe(expected);
    expect(matchReason(text, expected)?.reason).toBe(reason);
  });

  test.each([['zzz'], ['dupont 1999'], ['dupont durant marie zoé'], ['dxpxnt'], ['5'], [''], ['...'], ['999999999']])(
    'finds nobody for %s',
    (text) => {
      expect(table.search(text)).toEqual([]);
    },
  );

  test('two letters wrong is another name', () => {
    expect(matchReason('dopand', marie)).toBeNull();
  });

  test('the used name may be empty: the birth name is then the name', () => {
    const unmarried = { ...roux, usedName: '' };
    expect(matchReason('roux', unmarried)?.reason).toBe('name');
    expect(new KeyTable([unmarried]).search('paul roux')).toEqual([unmarried]);
  });
});

describe('what is underlined', () => {
  const underlined = (text: string, patient: SearchedPatient) =>
    matchReason(text, patient)?.ranges.map(({ field, start, end }) =>
      field === 'birthDate' || field === 'phone' ? [field, start, end] : [field, patient[field].slice(start, end)],
    );

  test.each([
    [
      'dup ma',
      marie,
      [
        ['usedName', 'DUP'],
        ['firstName', 'Ma'],
      ],
    ],
    ['durand', marie, [['birthName', 'DURAND']]],
    ['leguen', anne, [['usedName', 'Le Guen']]],
    ['legu', anne, [['usedName', 'Le Gu']]],
    ['oeu', noemie, [['usedName', 'Œu']]],
    ['o', noemie, [['usedName', 'Œ']]],
    ['jose', almeida, [['firstName', 'José']]],
    ['dupnt', marie, [['usedName', 'DUPONT']]],
    [
      'le guen 62',
      anne,
      [
        ['usedName', 'Le'],
        ['usedName', 'Guen'],
        ['birthDate', 8, 10],
      ],
    ],
    [
      '1962 dupont',
      marie,
      [
        ['usedName', 'DUPONT'],
        ['birthDate', 6, 10],
      ],
    ],
    ['120362', marie, [['birthDate', 0, 10]]],
    ['4712', marie, [['phone', 6, 10]]],
  ] as const)('%s', (text, patient, expected) => {
    expect(underlined(text, patient)).toEqual(expected);
  });
});

describe('searchKeysOf', () => {
  test('the rows of one patient', () => {
    const kinds = (kind: string) =>
      searchKeysOf(marie)
        .filter((row) => row.kind === kind)
        .map((row) => row.key);
    expect(kinds('name')).toEqual(['dupont marie', 'marie dupont']);
    expect(kinds('birth_name')).toEqual(['durand marie', 'marie durand']);
    expect(kinds('first_name')).toEqual(['louise dupont']);
    expect(kinds('birth_date')).toEqual([':d120362', ':d1962-03-12']);
    expect(kinds('birth_year')).toEqual([':y62', ':y1962']);
    expect(kinds('phone')).toEqual([':p2174899360', ':e4712']);
    expect(kinds('typo')).toContain('~dupot');
  });

  test('no name, however short its beginning, meets the row of a date, a phone or a typo', () => {
    for (const { key, kind } of searchKeysOf(marie)) {
      expect(/^[:~]/.test(key)).toBe(!['name', 'birth_name', 'first_name'].includes(kind));
    }
  });

  test('a plan reads with equality and prefixes only, and stays short', () => {
    for (const text of ['dupont marie louise anne 62', 'le guen de la tour anne', '120362', 'a']) {
      const plan = searchPlan(text);
      expect(plan.length).toBeGreaterThan(0);
      expect(plan.length).toBeLessThanOrEqual(24);
    }
    expect(searchPlan('dupont marie').map((step) => step.kind)).toEqual([
      'exact',
      'prefix',
      'joined',
      'typo',
      'typo',
      'typo',
    ]);
  });
});

describe('a name that is no name', () => {
  const pasted = (birthName: string) => ({ ...marie, birthName, usedName: birthName, firstName: 'Bo' });

  test.each([
    ['fifty letters apart', 'A '.repeat(50), 'a a a a b b'],
    ['a phrase in one character', 'ﷺ'.repeat(100), 'ﷺ ﷺ ﷺ'],
    ['words alike', 'ab ac ad ae af ag ah ai aj ak al am', 'a a a a a x'],
  ])('%s stops nobody: the match is given up', (_, name, text) => {
    // Unbounded, this would not come back within anybody's patience.
    expect(() => rankMatch(text, pasted(name))).not.toThrow();
  });
});
