const MARK = '||';

/**
 * Puts back the arcs that cross others. The parser cannot make these; it hangs such a word higher and labels it `x||y`: x is
 * its label, y that of the word on which it belongs, the first below the present head, level by level. Changes both lists.
 */
export function deprojectivise(heads: number[], labels: string[]): void {
  for (let word = 0; word < heads.length; word++) {
    const label = labels[word]!;
    const at = label.indexOf(MARK);
    if (at < 0) continue;
    heads[word] = headBelow(heads, labels, word, label.slice(at + MARK.length));
    labels[word] = label.slice(0, at);
  }
}

function headBelow(heads: readonly number[], labels: readonly string[], word: number, label: string): number {
  const present = heads[word]!;
  let level = [present];
  while (level.length > 0) {
    const next: number[] = [];
    for (const parent of level)
      for (let child = 0; child < heads.length; child++) {
        if (heads[child] !== parent || child === word) continue;
        if (labels[child] === label) return child;
        next.push(child);
      }
    level = next;
  }
  return present;
}
