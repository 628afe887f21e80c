/** The word of a list that differs least from the one given, when they are alike enough to be a slip; else undefined. */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  const wanted = fold(word);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const other = fold(candidate);
    const contained = wanted.length >= 4 && (other.includes(wanted) || wanted.includes(other));
    const distance = contained ? 1.5 : editDistance(wanted, other);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return least <= Math.max(2, Math.floor(wanted.length / 2)) ? best : undefined;
}

/** `; the nearest is "x"`, or nothing: the end of a message about an unknown word. */
export function suggestWord(word: string, known: Iterable<string>): string {
  const nearest = nearestWord(word, known);
  return nearest === undefined ? '' : `; the nearest is "${nearest}"`;
}

/** The known word of which the one given is a misspelling (a letter or two, hyphens and capitals aside); else undefined. */
export function misspelling(word: string, known: Iterable<string>): string | undefined {
  const bare = (text: string) => fold(text).replaceAll('-', '');
  const wanted = bare(word);
  for (const candidate of known)
    if (editDistance(wanted, bare(candidate)) <= (wanted.length >= 8 ? 2 : wanted.length >= 4 ? 1 : 0))
      return candidate;
  return undefined;
}

function fold(word: string): string {
  return word
    .slice(0, 60)
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substituted, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
