/** What the terminal reads: short French sentences, one a line. */

/** French spacing, so that the sentences in the code stay plain text that grep finds. */
export const spaced = (text) => text.replace(/ (:)/g, '\u00a0$1').replace(/ ([;!?])/g, '\u202f$1');

export const say = (text) => console.log(spaced(text));

/** A refusal with a sentence for the user: printed as it is, without a stack. Any other error is a defect. */
export class Refusal extends Error {
  name = 'Refusal';
}

/**
 * Announces slow work, reminds the user every 20 s that it goes on, and says how long it took.
 * @template T @param {string} sentence @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function step(sentence, work) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  say(`${sentence}…`);
  const reminder = setInterval(() => say(`  toujours en cours (${seconds()} s)`), 20_000);
  try {
    const result = await work();
    if (seconds() >= 2) say(`  fait en ${seconds()} s.`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}

/** The end of a long output, for an error message. */
export const tail = (text, lines = 40) => text.trimEnd().split('\n').slice(-lines).join('\n');
