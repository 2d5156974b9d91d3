/** « Dr BEKRI », « Inès NADIR »: as the head of a column says it. */
export function shortPersonName(person: {
  readonly title: 'dr' | 'none';
  readonly firstName: string;
  readonly lastName: string;
}): string {
  return person.title === 'dr' ? `Dr ${person.lastName}` : `${person.firstName} ${person.lastName}`;
}
