import type { Word } from '../tokens/word.ts';
import type { Sentence } from './speaker-phrase.ts';

/** Bodies of which the decision that made them, or what they are concerned with, is a part of the name. */
const MANDATED =
  /^(committee|panel|experts|group|team|mission|commission|mechanism|inquiry|force|office|unit|tribunal|monitor|body|rapporteur)$/;
const MADE = /^(established|created|constituted|mandated|appointed|formed|authorised|authorized)$/;
const DECISION = /^(resolutions?|decisions?)$/;
/** What may stand in the name of a decision: "paragraph 12 of Security Council resolutions 1267 (1999) and 1989 (2011)". */
const OF_DECISION = /^(paragraphs?|of|the|and|security|council|general|assembly|human|rights|\(|\)|,|\/|\d[\d/]*)$/;

/** Where the name of a body ends that a decision made: "the Committee established pursuant to resolution 1718 (2006)". */
function afterDecision(words: readonly Word[], at: number): number | undefined {
  let i = MADE.test(words[at]?.lower ?? '') ? at + 1 : at;
  if (words[i]?.lower === 'pursuant' && words[i + 1]?.lower === 'to') i += 2;
  else if (i > at && /^(by|under)$/.test(words[i]?.lower ?? '')) i++;
  else return undefined;
  let decided = -1;
  let end = -1;
  for (; i < words.length; i++) {
    const { lower } = words[i]!;
    if (DECISION.test(lower)) decided = i;
    else if (!OF_DECISION.test(lower)) break;
    if (decided >= 0 && /^(\d[\d/]*|\))$/.test(lower) && opensAndCloses(words, decided, i)) end = i + 1;
  }
  return end < 0 ? undefined : end;
}

function opensAndCloses(words: readonly Word[], from: number, at: number): boolean {
  const marks = words.slice(from, at + 1).map(({ text }) => text);
  return marks.filter((mark) => mark === '(').length === marks.filter((mark) => mark === ')').length;
}

/** "concerning the Sudan", "on Libya": the State, or names with capitals, that a body is concerned with. */
function afterConcern({ words, mentions }: Sentence, at: number): number | undefined {
  const lower = words[at]?.lower ?? '';
  if (!/^(concerning|on|in|for|regarding)$/.test(lower)) return undefined;
  const from = words[at + 1]?.lower === 'the' ? at + 2 : at + 1;
  const state = mentions.find(
    (mention) => mention.kind === 'country' && (mention.from === from || mention.from === at + 1),
  );
  if (state !== undefined) return /^'s?$/.test(words[state.to]?.text ?? '') ? undefined : state.to;
  if (lower !== 'concerning') return undefined;
  let to = from;
  while (
    /^\p{Lu}/u.test(words[to]?.text ?? '') ||
    (to > from && /^(and|of|the)$/.test(words[to]!.lower) && /^(\p{Lu}|the$)/u.test(words[to + 1]?.text ?? ''))
  )
    to++;
  return to > from ? to : undefined;
}

/** Where the whole name of a body ends whose first words end at `at`: with its mandate and what it is concerned with. */
export function wholeNameEnd(sentence: Sentence, at: number): number {
  const { words, mentions } = sentence;
  if (!MANDATED.test(words[at - 1]?.lower ?? '')) return at;
  const of = words[at]?.lower === 'of' ? (words[at + 1]?.lower === 'the' ? at + 2 : at + 1) : -1;
  const parent = mentions.find((mention) => mention.from === of && mention.kind === 'un-body');
  if (parent !== undefined) return parent.to;
  // "the Monitoring Team of the 1267 Committee".
  if (of >= 0 && /^\d{3,4}$/.test(words[of]?.text ?? '') && words[of + 1]?.text === 'Committee') return of + 2;
  return mandateEnd(sentence, at);
}

function mandateEnd(sentence: Sentence, at: number): number {
  const first = afterConcern(sentence, at) ?? at;
  const decided = afterDecision(sentence.words, first) ?? first;
  return afterConcern(sentence, decided) ?? decided;
}

/** Words with a capital that stand before the noun of a body and belong to its name. */
const BEFORE =
  /^(Independent|International|Joint|Special|Ad|Hoc|Interim|Permanent|Standing|Integrated|Multidimensional|Regional|High-level|Open-ended|Intergovernmental|Multinational)$/;

/** Where the whole name begins: "the Independent International Commission of Inquiry". */
export function wholeNameStart(words: readonly Word[], floor: number, at: number): number {
  let from = at;
  while (from > floor && BEFORE.test(words[from - 1]!.text)) from--;
  return from;
}

/** Whether a decision of the United Nations made the body whose name ends at a word. */
export function isMadeByDecision({ words }: Sentence, at: number, end: number): boolean {
  return words.slice(at, end).some(({ lower }) => DECISION.test(lower));
}
