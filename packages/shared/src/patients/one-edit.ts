/**
 * True when one text becomes the other by at most one insertion, deletion, substitution or exchange of two
 * neighbours (restricted Damerau distance ≤ 1). Linear time; compare folded texts.
 */
export function isWithinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  if (same === a.length && same === b.length) return true;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  if (restA.length > restB.length) return restA.slice(1) === restB;
  if (restA.length < restB.length) return restA === restB.slice(1);
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** Every text with one character less, once each: 'anne' → 'nne', 'ane', 'ann'. */
export function oneDeletions(word: string): string[] {
  return [...new Set([...word].map((_, index, letters) => letters.filter((_each, at) => at !== index).join('')))];
}
