import { sameCharacters } from './han.ts';
import { matchKorean } from './korean.ts';
import { initialsOf, isMadeOfBeginnings, type Name, type Token } from './name.ts';
import { soundLikeness } from './sound.ts';
import { countryWord, knownName } from './vocabulary.ts';

/** One word of the question beside the word of the listed name that it was taken for. */
export type Pairing = {
  readonly a: string;
  readonly b: string;
  readonly likeness: number;
  readonly how: string;
  /** The listed word, where the pair is one word with one word. */
  readonly word: Token | null;
};

export type NameComparison = {
  /** 0 to 1; 1 only when every word has its equal. */
  readonly score: number;
  readonly pairs: readonly Pairing[];
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
  /** The common Hangul reading when the names were compared as Korean. */
  readonly hangul: string;
  /** Several names of one subject that hold the words only together. */
  readonly across?: readonly string[];
};

/** How heavily words without a counterpart weigh: on both sides they contradict, on one side they are merely more. */
export const WEIGHTS = {
  contradiction: 1.95,
  extraAsked: 0.327,
  extraListed: 0.23,
  extraAlone: 0.6,
  least: 0.62,
  leastShort: 0.7,
  leastBesideWord: 0.82,
  koreanCost: 0.026,
  koreanCap: 0.56,
  onlyAlike: 0.915,
  /** An organisation's first letters alone. */
  initials: 0.78,
  /** The first letters of an organisation's listed name asked in full, three and more than three. */
  initialsListed: 0.62,
  longInitialsListed: 0.74,
  /** A word made of the beginnings of an organisation's words. */
  beginnings: 0.74,
  /** One of two companies names a State, the other none or another. */
  countryMore: 0.8,
  /** Two names in Han characters of which one character differs. */
  otherCharacter: 0.6,
  /** Han characters or Hangul beside Arabic script. */
  farScripts: 0.4,
};

/** The likeness of two words and why; 0 when they are different words. */
export function compareTokens(a: Token, b: Token): { likeness: number; how: string } {
  if (a.text === b.text && (!a.abjad || !b.abjad || a.sounds.length === b.sounds.length))
    return { likeness: 1, how: 'equal' };
  if (a.kind === 'number' || b.kind === 'number') return NONE;
  if (a.kind === 'form' || b.kind === 'form')
    return a.kind === b.kind && a.cls === b.cls ? { likeness: 1, how: 'same legal form' } : NONE;
  if (a.kind === 'word' && b.kind === 'word' && a.cls === b.cls) return { likeness: 0.97, how: 'same word' };
  if (a.kind === 'initial' || b.kind === 'initial') {
    const [short, long] = a.kind === 'initial' ? [a, b] : [b, a];
    if (long.kind === 'initial' || long.kind === 'word' || long.text[0] !== short.text[0]) return NONE;
    return { likeness: 0.8, how: 'initial' };
  }
  if (a.kind === 'particle' || b.kind === 'particle' || a.kind === 'kunya' || b.kind === 'kunya')
    return a.kind === b.kind && a.cls === b.cls ? { likeness: 1, how: 'same particle' } : NONE;
  if (a.kind === 'honorific' || b.kind === 'honorific' || a.kind === 'suffix' || b.kind === 'suffix') {
    if (a.kind === 'suffix' && b.kind === 'suffix') return NONE;
  }
  if (a.cls !== '' && b.cls !== '' && a.kind === 'name' && b.kind === 'name') {
    const groups = b.cls.split(' ');
    if (a.cls.split(' ').some((group) => groups.includes(group)))
      return { likeness: 0.9, how: 'short form of the name' };
  }
  const likeness = soundLikeness(a.sounds, b.sounds, a.abjad || b.abjad, WEIGHTS.least);
  // A usual word of companies beside a word that is none: a misspelling at most.
  if ((a.kind === 'word') !== (b.kind === 'word') && likeness < WEIGHTS.leastBesideWord) return NONE;
  const shorter = Math.min(a.sounds.length, b.sounds.length);
  if (likeness < (shorter <= 3 ? WEIGHTS.leastShort : WEIGHTS.least)) return NONE;
  // Ahmad and Muhammad, Hassan and Hussain sound alike and are two names, not two spellings.
  if (
    (likeness < 0.9 && a.kind === 'name' && b.kind === 'name' && a.skeleton !== b.skeleton) ||
    (likeness < 0.86 && a.kind === 'name' && b.kind === 'name')
  ) {
    const known = a.abjad ? '' : knownName(a.text, a.sounds, a.skeleton);
    if (known !== '' && !b.abjad) {
      const other = knownName(b.text, b.sounds, b.skeleton);
      if (other !== '' && other !== known) return NONE;
    }
  }
  return { likeness: Math.min(0.99, likeness), how: likeness > 0.9 ? 'sounds the same' : 'sounds alike' };
}

const NONE = { likeness: 0, how: '' };

type Edge = {
  readonly maskA: number;
  readonly maskB: number;
  readonly likeness: number;
  readonly weight: number;
  readonly how: string;
  readonly i: number;
  readonly j: number;
};

/** Compares two names word by word, in the best pairing of their words whatever the order, and as Korean names where both can be. */
export function compareNames(a: Name, b: Name): NameComparison {
  // In scripts whose words are not compared letter by letter, the same text is still the same name.
  const sameText =
    a.raw === b.raw || (a.raw.length === b.raw.length && plainText(a.raw) === plainText(b.raw) && a.raw.trim() !== '');
  const sameWords =
    a.key === b.key && a.key !== '' && !a.tokens.some((t) => t.abjad) && !(HAN.test(a.raw) && HAN.test(b.raw));
  if (a.tokens.length > 0 && (sameText || sameWords)) {
    const pair = { a: a.raw, b: b.raw, likeness: 1, how: 'equal', word: null };
    return { score: 1, pairs: [pair], onlyA: [], onlyB: [], hangul: '' };
  }
  const plain = compareWords(a, b);
  if (HAN.test(a.raw) && HAN.test(b.raw) && !sameCharacters(a.raw, b.raw))
    return { ...plain, score: Math.min(plain.score, WEIGHTS.otherCharacter) };
  // Characters and Arabic letters have no sound in common that could be compared.
  if ((CHARACTERS.test(a.raw) && ARABIC.test(b.raw)) || (ARABIC.test(a.raw) && CHARACTERS.test(b.raw)))
    return { ...plain, score: Math.min(plain.score, WEIGHTS.farScripts) };
  if (plain.score >= 0.999) return plain;
  const short = shortFormScore(a, b);
  if (plain.score < short)
    return {
      score: short,
      pairs: [{ a: a.raw, b: b.raw, likeness: short, how: 'its first letters', word: null }],
      onlyA: [],
      onlyB: [],
      hangul: '',
    };
  if (a.korean.length === 0) {
    // A name in Hangul or Han characters that cannot be read as the Korean name is not that name, whatever it sounds like.
    return CHARACTERS.test(a.raw) && isFullKorean(b)
      ? { ...plain, score: Math.min(plain.score, WEIGHTS.koreanCap) }
      : plain;
  }
  if (b.korean.length === 0) {
    const foreign = (HANGUL.test(a.raw) || CHARACTERS.test(b.raw)) && isFullKorean(a);
    return foreign ? { ...plain, score: Math.min(plain.score, WEIGHTS.koreanCap) } : plain;
  }
  const match = matchKorean(a.korean, b.korean);
  if (match !== null) {
    const score = Math.max(plain.score, 0.985 - match.cost * WEIGHTS.koreanCost);
    if (score <= plain.score) return { ...plain, hangul: match.hangul };
    const how = `both can be written ${match.hangul}`;
    return {
      score,
      pairs: [{ a: a.raw, b: b.raw, likeness: score, how, word: null }],
      onlyA: [],
      onlyB: [],
      hangul: match.hangul,
    };
  }
  // Two full Korean names that no common reading joins are two names, however alike they are spelt: a syllable is a name part.
  if ((isFullKorean(a) || isFullKorean(b)) && isSpeltKorean(a) && isSpeltKorean(b) && plain.score > WEIGHTS.koreanCap)
    return { ...plain, score: WEIGHTS.koreanCap };
  return plain;
}

function plainText(raw: string): string {
  return raw.normalize('NFKC').toLowerCase();
}

const HAN = /^[\p{Script=Han}\s]+$/u;
const HANGUL = /^[\p{Script=Hangul}\s]+$/u;
const ARABIC = /^[\p{Script=Arabic}\s]+$/u;
const CHARACTERS = /^[\p{Script=Hangul}\p{Script=Han}\s]+$/u;

/** Readable as Korean at all, from another writing than pinyin. */
export function isSpeltKorean(name: Name): boolean {
  return name.korean.some((reading) => reading.writing !== 'pinyin' && reading.given.length <= 2);
}

/** Readable as a Korean name of the usual three syllables. */
export function isFullKorean(name: Name): boolean {
  return (
    name.korean.some((reading) => reading.writing !== 'pinyin' && reading.given.length === 2) && name.tokens.length >= 2
  );
}

/** What it is worth that one name is the other's short form; 0 when it is none. */
function shortFormScore(a: Name, b: Name): number {
  if (a.kind === 'person' || a.kind === 'craft') return 0;
  if (isInitialsOf(a, b)) return WEIGHTS.initials;
  if (isInitialsOf(b, a))
    return (b.tokens[0]?.text.length ?? 0) > 3 ? WEIGHTS.longInitialsListed : WEIGHTS.initialsListed;
  const made = (short: Name, long: Name): boolean =>
    short.tokens.length === 1 && short.tokens[0]?.kind === 'name' && isMadeOfBeginnings(short.tokens[0].text, long);
  return made(a, b) || made(b, a) ? WEIGHTS.beginnings : 0;
}

function isInitialsOf(short: Name, long: Name): boolean {
  return short.tokens.length === 1 && long.tokens.length >= 3 && initialsOf(long).includes(short.tokens[0]?.text ?? '');
}

function compareWords(a: Name, b: Name): NameComparison {
  const [ta, tb] = [a.tokens, b.tokens];
  const edges: Edge[] = [];
  for (let i = 0; i < ta.length; i++)
    for (let j = 0; j < tb.length; j++) {
      const [x, y] = [ta[i]!, tb[j]!];
      const { likeness, how } = compareTokens(x, y);
      if (likeness > 0) edges.push({ maskA: 1 << i, maskB: 1 << j, likeness, weight: pairWeight(x, y), how, i, j });
    }
  addJoins(edges, ta, tb, false);
  addJoins(edges, tb, ta, true);
  edges.sort((x, y) => y.likeness * y.weight - x.likeness * x.weight || Math.abs(x.i - x.j) - Math.abs(y.i - y.j));
  let [usedA, usedB, gained, paired] = [0, 0, 0, 0];
  const chosen: Edge[] = [];
  for (const edge of edges) {
    if ((usedA & edge.maskA) !== 0 || (usedB & edge.maskB) !== 0) continue;
    usedA |= edge.maskA;
    usedB |= edge.maskB;
    gained += edge.likeness * edge.weight;
    paired += edge.weight;
    chosen.push(edge);
  }
  const restA = rest(ta, usedA);
  const restB = rest(tb, usedB);
  const numbers = contradictNumbers(ta, usedA, tb, usedB);
  const contradiction = Math.min(restA, restB);
  const extra = Math.max(restA, restB) - contradiction;
  const alone = chosen.filter((edge) => edge.weight >= 0.4).length <= 1;
  const bottom =
    paired +
    contradiction * WEIGHTS.contradiction +
    extra * (alone ? WEIGHTS.extraAlone : restA > restB ? WEIGHTS.extraAsked : WEIGHTS.extraListed);
  let score = bottom === 0 ? 0 : gained / bottom;
  score *= numbers * orderFactor(chosen, ta, tb);
  if (a.kind !== 'person' && (lacksCountry(ta, usedA) || lacksCountry(tb, usedB))) score *= WEIGHTS.countryMore;
  // Two likenesses and nothing that is equal: each may be chance, and both together more so.
  if (chosen.length > 1 && chosen.every((edge) => edge.weight < 0.4 || edge.likeness < 0.9)) score *= WEIGHTS.onlyAlike;
  if (score > 0.99 && (a.key !== b.key || restA + restB > 0))
    score = restA + restB > 0 || chosen.some((edge) => edge.likeness < 1) ? Math.min(score, 0.99) : 1;
  return {
    score,
    pairs: chosen.map((edge) => ({
      a: textOf(ta, edge.maskA),
      b: textOf(tb, edge.maskB),
      likeness: edge.likeness,
      how: edge.how,
      word: tb[edge.j] ?? null,
    })),
    onlyA: ta.filter((_, i) => ((usedA >> i) & 1) === 0).map((t) => t.text),
    onlyB: tb.filter((_, i) => ((usedB >> i) & 1) === 0).map((t) => t.text),
    hangul: '',
  };
}

function pairWeight(a: Token, b: Token): number {
  return a.kind === 'initial' || b.kind === 'initial' ? Math.min(a.weight, b.weight) : (a.weight + b.weight) / 2;
}

/** Two neighbouring words of one name that are one word of the other: `Abu Bakr` and `Abubakr`. */
function addJoins(edges: Edge[], two: readonly Token[], one: readonly Token[], swapped: boolean): void {
  for (let i = 0; i + 1 < two.length; i++) {
    const [first, second] = [two[i]!, two[i + 1]!];
    if (first.kind === 'number' || second.kind === 'number') continue;
    const length = first.sounds.length + second.sounds.length;
    for (let j = 0; j < one.length; j++) {
      const whole = one[j]!;
      if (whole.kind === 'number' || whole.sounds.length < 4 || Math.abs(length - whole.sounds.length) > 2) continue;
      if (first.text[0] !== whole.text[0] && !whole.abjad && !first.abjad) continue;
      const equal = first.text + second.text === whole.text;
      if (
        !equal &&
        (first.kind === 'particle' || second.kind === 'particle' || first.text.length < 3 || second.text.length < 2)
      )
        continue;
      const likeness = equal
        ? 0.98
        : soundLikeness(joined(first, second), whole.sounds, first.abjad || whole.abjad, 0.8);
      if (likeness < (first.abjad || whole.abjad ? 0.88 : 0.8)) continue;
      const mask = (1 << i) | (1 << (i + 1));
      const weight = Math.max(whole.weight, (first.weight + second.weight + whole.weight) / 2);
      edges.push({
        maskA: swapped ? 1 << j : mask,
        maskB: swapped ? mask : 1 << j,
        likeness: Math.min(0.98, likeness),
        weight,
        how: 'written as one word',
        i: swapped ? j : i,
        j: swapped ? i : j,
      });
    }
  }
}

function joined(first: Token, second: Token): Uint8Array {
  const sounds = new Uint8Array(first.sounds.length + second.sounds.length);
  sounds.set(first.sounds);
  sounds.set(second.sounds, first.sounds.length);
  return sounds;
}

function rest(tokens: readonly Token[], used: number): number {
  let sum = 0;
  tokens.forEach((token, i) => {
    if (((used >> i) & 1) === 0) sum += token.weight;
  });
  return sum;
}

/** Numbers are identity: a number that the other name contradicts makes it another thing; one that it lacks, perhaps. */
function contradictNumbers(ta: readonly Token[], usedA: number, tb: readonly Token[], usedB: number): number {
  const left = (tokens: readonly Token[], used: number): number =>
    tokens.filter((t, i) => t.kind === 'number' && ((used >> i) & 1) === 0).length;
  const [a, b] = [left(ta, usedA), left(tb, usedB)];
  return a > 0 && b > 0 ? 0.6 : a > 0 || b > 0 ? 0.78 : 1;
}

function lacksCountry(tokens: readonly Token[], used: number): boolean {
  return tokens.some((token, i) => ((used >> i) & 1) === 0 && token.kind === 'name' && countryWord(token.text));
}

/** `A son of B` is not `B son of A`: names paired across the particle are two generations of one family. */
function orderFactor(chosen: readonly Edge[], ta: readonly Token[], tb: readonly Token[]): number {
  const [pa, pb] = [ta.findIndex((t) => t.cls === 'child of'), tb.findIndex((t) => t.cls === 'child of')];
  if (pa <= 0 || pb <= 0) return 1;
  const crossed = chosen.filter(
    (edge) => (edge.weight >= 0.5 && edge.i < pa && edge.j > pb) || (edge.i > pa && edge.j < pb),
  ).length;
  return crossed >= 2 ? 0.65 : 1;
}

function textOf(tokens: readonly Token[], mask: number): string {
  return tokens
    .filter((_, i) => ((mask >> i) & 1) === 1)
    .map((t) => t.text)
    .join(' ');
}
