import type { Word } from './word.ts';

/** Words parted at a hyphen without blanks, made one again: "short-range", "Shin Won-sik". */
export function joinHyphens(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i]!;
    let last = first;
    let j = i;
    while (isHyphenBetween(words, j)) {
      j += 2;
      last = words[j]!;
    }
    // "2019-2020" and "10-15" stay apart as numbers with a dash between them.
    const years = /^(19|20)\d\d$/.test(first.text) && /^\d\d$/.test(last.text) && j === i + 2;
    if (j === i || (isNumeral(first.text) && isNumeral(last.text) && !years)) {
      joined.push(first);
      continue;
    }
    let text = '';
    for (let k = i; k <= j; k++) text += words[k]!.text;
    const pos =
      first.pos === 'PROPN' && /^[A-Z]/.test(first.text) && !LED.test(last.lower) ? 'PROPN' : compoundTag(last);
    joined.push({
      text,
      lower: text.toLowerCase(),
      lemma: pos === 'NOUN' || pos === 'VERB' ? text.toLowerCase().replace(last.lower, last.lemma) : text.toLowerCase(),
      pos,
      start: first.start,
      end: last.end,
    });
    i = j;
  }
  return joined;
}

const LED =
  /^(led|backed|made|provided|supplied|based|flagged|owned|operated|controlled|sponsored|style|linked|occupied|built|born|drafted|mandated|wide|origin|brokered|registered|affiliated|proposed|imposed)$/;

function isHyphenBetween(words: readonly Word[], index: number): boolean {
  const [word, hyphen, next] = [words[index], words[index + 1], words[index + 2]];
  return (
    hyphen !== undefined &&
    word !== undefined &&
    next !== undefined &&
    (hyphen.text === '-' || hyphen.text === '\u2013') &&
    hyphen.start === word.end &&
    next.start === hyphen.end &&
    /^[\p{L}\p{N}.]+$/u.test(word.text) &&
    /^[\p{L}\p{N}]/u.test(next.text)
  );
}

function compoundTag(last: Word): string {
  if (last.pos === 'VERB' && /^(fired|fires|launched|launches)$/.test(last.lower)) return 'VERB';
  if (
    last.pos === 'NOUN' &&
    /^(time|range|term|scale|level|year|month|day|old|hour|ship|mile|page|nation|member|point|part|class|type|grade|ton|tonne|barrel|way|flag|air|surface)$/.test(
      last.lower,
    )
  )
    return 'ADJ';
  if (last.pos === 'NOUN' || last.pos === 'PROPN' || last.pos === 'NUM') return last.pos;
  return 'ADJ';
}

/** A numeral written in digits. */
export function isNumeral(text: string): boolean {
  return /^\d[\d,.\u202f]*$/.test(text);
}
