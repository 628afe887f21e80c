import type { Span } from '../../documents/text/text-layer.ts';
import { bodyNames, nounList } from '../lexicon/vocabulary.ts';
import { addressLength, questionOfAssembly, turnOfAssembly } from './assembly-turn.ts';
import { HONORIFIC, isCapitals, personOfLabel } from './person-of-label.ts';

/** Whose turn a paragraph is in a transcript, and where the words after the label begin. */
export type Turn = {
  readonly role: 'question' | 'answer' | 'speaker';
  /** The label without its colon; empty for a question or an answer. */
  readonly label: string;
  readonly body: number;
  /** The label stands in this paragraph; else the turn of the paragraph before goes on. */
  readonly labelled: boolean;
  /** "Mr. Dahl, Deputy Spokesperson:", "MR. DAHL:": honorific and office, or capitals, leave no doubt, so that it needs no company. */
  readonly sure?: true;
  /** A newsroom's name, which labels a question or opens a headline. */
  readonly outlet?: true;
  /** What the speaker is, and no name: "Former member:". */
  readonly kind?: true;
  /** A question that is its paragraph, label and all. */
  readonly whole?: true;
  /** A question told as an assembly prints it, which is one where its answer stands below. */
  readonly written?: boolean;
  /** As the report of an assembly prints a turn: whoever has the floor keeps it until somebody else takes it. */
  readonly floor?: true;
  /** The State that the label names behind the speaker. */
  readonly country?: string;
};

const LONGEST_LABEL = 160;
const QUESTION = /^(?:QUESTION|Question|Q)(?:\s?\d{1,2})?\s?\.?:\s+/;
const ANSWER = /^(?:ANSWER|Answer|A)\s?\.?:\s+/;
/** "MR. MILLER:", "MS PSAKI:", "THE PRESIDENT:", "SENIOR OFFICIAL TWO:": the style of U.S. and U.N. transcripts. */
const CAPITALS = /^(\p{Lu}[\p{Lu}.'’-]*(?: \p{Lu}[\p{Lu}.'’-]*){0,6})(?: \([^():\n]{1,40}\))?:\s+/u;
/** "Mr. Lund:", "Spokesperson Dahl:", "Vassily Nebenzia:": names as they are written. */
const NAMED = /^((?:\p{Lu}[\p{L}.'’-]+ ){1,4}(?:(?:of|de|von|van) )?\p{Lu}[\p{L}'’-]+):\s+/u;
/** "Mr. DAHL Mette, Minister for Trade:", "Ms. Dahl, Deputy Spokesperson:": the office stands after the name. */
const WITH_OFFICE =
  /^((?:Mr|Mrs|Ms|Dr|H\.E|Ambassador|Minister)\.? (?:\p{Lu}[\p{L}.'’-]+ ?){1,4}), [^:.?!\n]{3,70}:\s+/u;
/** "Kyodo News, Ueda:", "Reporter A, The Paper:": who asks, with the name of the outlet. */
const ASKER = /^([^:.?!,\n]{2,40}), ([^:.?!,\n]{2,40}):\s+/u;
/** "Spokesman:", "Institute:", "Former member:": whoever speaks by what they are. */
const BY_KIND = /^(\p{Lu}\p{Ll}+(?: \p{Ll}+){0,2}):\s+/u;
const ASKING = /^(?:REPORTER|JOURNALIST|MODERATOR|CORRESPONDENT|Reporter|Journalist|Moderator|Correspondent)\b/;

/** "AFP:", "Asahi Shimbun:", "The Paper:" before a question: the style of ministries that name who asks. */
const OUTLET = /^((?:\p{Lu}[\p{L}&.'’-]* ?){1,5}):\s+/u;

function isNewsroom(label: string): boolean {
  return (
    Object.values(bodyNames().newsroom ?? {}).some((names) => names.includes(label)) ||
    nounList('name-newsroom').has(label.split(' ').pop()!.toLowerCase())
  );
}

/** Whose turn a paragraph opens by its label, if it has one. */
export function turnAt(text: string, paragraph: Span): Turn | undefined {
  const turn = labelAt(text, paragraph);
  if (turn?.role !== 'speaker') return turn;
  const address = addressLength(text.slice(turn.body, paragraph.end));
  return address === 0 ? turn : { ...turn, body: turn.body + address, sure: true, floor: true };
}

function labelAt(text: string, paragraph: Span): Turn | undefined {
  const head = text
    .slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LONGEST_LABEL))
    .replace(/\u00a0/g, ' ');
  const turn = (role: Turn['role'], label: string, length: number): Turn => ({
    role,
    label,
    body: Math.min(paragraph.start + length, paragraph.end),
    labelled: true,
  });
  const question = questionOfAssembly(head);
  if (question !== undefined) return { ...turn('question', '', 0), whole: true, written: question === 'asked' };
  const asked = QUESTION.exec(head);
  if (asked !== null) return turn('question', '', asked[0].length);
  const answered = ANSWER.exec(head);
  if (answered !== null) return turn('answer', '', answered[0].length);
  const outlet = OUTLET.exec(head);
  if (outlet !== null && isNewsroom(outlet[1]!.trim()))
    return { ...turn('question', '', outlet[0].length), outlet: true };
  const asker = ASKER.exec(head);
  if (asker !== null && (isNewsroom(asker[1]!.trim()) || isNewsroom(asker[2]!.trim())))
    return turn('question', '', asker[0].length);
  const office = WITH_OFFICE.exec(head);
  if (office !== null) return { ...turn('speaker', office[1]!.trim(), office[0].length), sure: true };
  const spoken = turnOfAssembly(head);
  if (spoken !== undefined) {
    const { label, length, country, sure } = spoken;
    const taken = { ...turn('speaker', label, length), ...(country === undefined ? {} : { country }) };
    return sure ? { ...taken, sure, floor: true } : taken;
  }
  const match = CAPITALS.exec(head) ?? NAMED.exec(head);
  if (match === null) {
    const kind = BY_KIND.exec(head);
    return kind === null ? undefined : { ...turn('speaker', kind[1]!, kind[0].length), kind: true };
  }
  const label = match[1]!;
  if (ASKING.test(label)) return turn('question', '', match[0].length);
  const named = turn('speaker', label, match[0].length);
  // "MR. PRESIDENT:" addresses whoever presides and labels nobody.
  return isCapitals(label) && HONORIFIC.test(label) && personOfLabel(label) !== '' ? { ...named, sure: true } : named;
}
