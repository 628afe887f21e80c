import type { Span } from '../../documents/text/text-layer.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import { countryOfName } from '../names/mention.ts';
import { markLength } from './assembly-turn.ts';
import { HONORIFIC, isCapitals, nameOfLabel, personOfLabel } from './person-of-label.ts';
import { type Turn, turnAt } from './turn-label.ts';

/** A label below so many paragraphs does not open the text. */
const LAST_OPENING = 3;
/** What an assembly prints above an answer: its name, the day, the subject and the question. */
const LAST_ANSWER = 8;

/**
 * Turns of a transcript, one entry a paragraph; all undefined when the document is none. A label counts only in company, or
 * with honorific and office: a lone "Seoul: …" is a headline. Where most paragraphs carry labels, those without go on with the turn before.
 */
export function turnsOf(text: string, paragraphs: readonly Span[]): readonly (Turn | undefined)[] {
  const heads = paragraphs.map((paragraph) => turnAt(text, paragraph));
  const isAnswered = heads.some((turn) => turn?.floor === true);
  const labels = heads.map((turn) => (turn?.written === true && !isAnswered ? undefined : turn));
  const outlets = labels.some((turn, i) => turn?.outlet === true && isAsked(text, paragraphs[i]!));
  const kinds = kindsThatSpeak(text, paragraphs, labels);
  // "Kyodo: Some say that …" asks without a question mark, where other newsrooms ask with one.
  const found = labels.map((turn) => {
    if (turn?.outlet === true) return outlets ? turn : undefined;
    if (turn?.kind !== true) return turn;
    const role = kinds.get(turn.label);
    return role === undefined ? undefined : { ...turn, role };
  });
  const asks = found.some((turn) => turn?.role === 'question');
  const times = new Map<string, number>();
  for (const turn of found) if (turn?.role === 'speaker') times.set(turn.label, (times.get(turn.label) ?? 0) + 1);
  const read = found.map((turn) =>
    turn?.role !== 'speaker' ||
    turn.kind === true ||
    turn.floor === true ||
    isPerson(turn.label, asks, times.get(turn.label)!)
      ? turn
      : undefined,
  );
  const speakers = read.filter((turn) => turn?.role === 'speaker').length;
  const sure = read.some((turn) => turn?.sure === true);
  if (asks ? speakers === 0 && !read.some((turn) => turn?.role === 'answer') : speakers < 2 && !sure)
    return read.map((turn) => (turn?.role === 'question' && turn.outlet !== true ? turn : undefined));
  const first = read.findIndex((turn) => turn !== undefined);
  const labelled = read.filter((turn) => turn !== undefined);
  // "MR. DAHL:" once at the head of a text: all that follows is what he reads out.
  const [only, ...others] = labelled.filter(({ role }) => role === 'speaker');
  const alone =
    only !== undefined &&
    others.length === 0 &&
    labelled.length === 1 &&
    first <= LAST_OPENING &&
    isCapitals(only.label) &&
    personOfLabel(only.label) !== '';
  const isReport = first <= LAST_ANSWER && only?.floor === true;
  const share = alone || isReport ? 1 : labelled.length / (read.length - first);
  const end = share > 0.6 ? read.length : read.findLastIndex((turn) => turn !== undefined);
  let last: Turn | undefined;
  return read.map((turn, i) => {
    const { start } = paragraphs[i]!;
    if (
      turn !== undefined ||
      share < 0.4 ||
      i > end ||
      /^(?:###|\* ?\*|Source:|Speaker:)/.test(text.slice(start, start + 8))
    )
      // A question without a label is one paragraph, but for "asked Her Majesty's Government:".
      last = turn?.whole === true && !/:\s*$/.test(text.slice(start, paragraphs[i]!.end)) ? undefined : turn;
    const body = start + markLength(text.slice(start, start + 3));
    return turn ?? (last === undefined ? undefined : { ...last, body, labelled: false });
  });
}

/** A question stands in the paragraph, behind its label. */
function isAsked(text: string, { start, end }: Span): boolean {
  return /\?["”’)]*(?:\s|$)/.test(text.slice(start, end));
}

/**
 * Who asks and who answers of those that are labelled by what they are: labels that come back, or answer what is labelled as a
 * question; who puts a question mark to half of their turns asks.
 */
function kindsThatSpeak(
  text: string,
  paragraphs: readonly Span[],
  turns: readonly (Turn | undefined)[],
): ReadonlyMap<string, 'question' | 'speaker'> {
  const of = new Map<string, { times: number; asked: number; answers: boolean }>();
  turns.forEach((turn, i) => {
    if (turn?.kind !== true || countryOfName(turn.label) !== undefined) return;
    const { times, asked, answers } = of.get(turn.label) ?? { times: 0, asked: 0, answers: false };
    const before = turns[i - 1];
    of.set(turn.label, {
      times: times + 1,
      asked: asked + Number(isAsked(text, paragraphs[i]!)),
      answers: answers || (before?.role === 'question' && before.outlet !== true),
    });
  });
  const spoken = [...of].filter(([, { times, answers }]) => times > 1 || answers);
  const asks = ([, { times, asked }]: (typeof spoken)[number]) => asked * 2 >= times;
  const isTalk = spoken.some(([, { answers }]) => answers) || (spoken.length > 1 && spoken.some(asks));
  if (!isTalk) return new Map();
  return new Map(spoken.map((one) => [one[0], asks(one) ? 'question' : 'speaker']));
}

/** "NOTE TO EDITORS:" and "North Korea:" are no people: a label must have a title, or come back as a speaker's does. */
function isPerson(label: string, asks: boolean, times: number): boolean {
  const first = label.split(' ')[0]!.toLowerCase().replace(/\.$/, '');
  if (HONORIFIC.test(label) || nounList('titles').has(first) || nounList('official').has(first)) return true;
  if (/^(the|senior)$/.test(first))
    return nounList('official').has(label.split(' ')[1]?.toLowerCase() ?? '') || /\bofficial\b/i.test(label);
  if (countryOfName(nameOfLabel(label)) !== undefined || countryOfName(label) !== undefined) return false;
  return isCapitals(label) ? asks && times > 1 : (asks || times > 1) && label.split(' ').length <= 4;
}
