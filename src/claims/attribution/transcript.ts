import type { Span } from '../../documents/text/text-layer.ts';
import { bodyNames, nounList } from '../lexicon/vocabulary.ts';
import { countryOfName } from '../names/mention.ts';

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
  /** A question as an assembly prints it, which is one where its answer stands below. */
  readonly written?: true;
  /** An office with its holder behind it, as answers to an assembly are printed: all below is the answer. */
  readonly answers?: true;
};

const LONGEST_LABEL = 110;
/** A label below so many paragraphs does not open the text. */
const LAST_OPENING = 3;
/** What an assembly prints above an answer: its name, the day, the subject and the question. */
const LAST_ANSWER = 8;
const QUESTION = /^(?:QUESTION|Question|Q)(?:\s?\d{1,2})?\s?\.?:\s+/;
const ANSWER = /^(?:ANSWER|Answer|A)\s?\.?:\s+/;
/** "MR. MILLER:", "MS PSAKI:", "THE PRESIDENT:", "SENIOR OFFICIAL TWO:": the style of U.S. and U.N. transcripts. */
const CAPITALS = /^(\p{Lu}[\p{Lu}.'’-]*(?: \p{Lu}[\p{Lu}.'’-]*){0,6})(?: \([^():\n]{1,40}\))?:\s+/u;
/** "Mr. Lund:", "Spokesperson Dahl:", "Vassily Nebenzia:": names as they are written. */
const NAMED = /^((?:\p{Lu}[\p{L}.'’-]+ ){1,4}(?:(?:of|de|von|van) )?\p{Lu}[\p{L}'’-]+):\s+/u;
/** "Mr. DAHL Mette, Minister for Trade:", "Ms. Dahl, Deputy Spokesperson:": the office stands after the name. */
const WITH_OFFICE =
  /^((?:Mr|Mrs|Ms|Dr|H\.E|Ambassador|Minister)\.? (?:\p{Lu}[\p{L}.'’-]+ ?){1,4}), [^:.?!\n]{3,70}:\s+/u;
/** "Minister for Finance (Deputy Mette Dahl):", "The Minister of State (Ms. Dahl):": the name stands in brackets behind the office. */
const OFFICE_FIRST =
  /^(?:The )?(\p{Lu}[\p{L}-]+)(?: (?:(?:of|for|the|and|to|at) )*\p{Lu}[\p{L}-]+){0,8} \((?:(?:Deputy|Senator|Mr|Mrs|Ms|Dr|Sir|Baroness|Lord)\.? )?((?:\p{Lu}[\p{L}.'’-]+ ){0,3}\p{Lu}[\p{L}.'’-]+)\):\s+/u;

/** "118. Deputy Mette Dahl asked the Minister for Finance": what an assembly prints above the answer. */
const WRITTEN_QUESTION =
  /^(?:\d{1,4}\. )?(?:Deputy|Senator|Mr|Mrs|Ms|Dr|Sir|Baroness|Lord)\.? (?:\p{Lu}[\p{L}.'’-]+ ){1,4}asked the /u;

/** "Mette Dahl (Skerry North): To ask the Minister for Finance": the same in the style of other assemblies; nobody claims it, answered or not. */
const PUT_QUESTION = /^(?:\p{Lu}[\p{L}.'’-]+ ){1,6}\([^():\n]{2,40}\): To ask /u;

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

/**
 * Turns of a transcript, one entry a paragraph; all undefined when the document is none. A label counts only in company, or
 * with honorific and office: a lone "Seoul: …" is a headline. Where most paragraphs carry labels, those without go on with the turn before.
 */
export function turnsOf(text: string, paragraphs: readonly Span[]): readonly (Turn | undefined)[] {
  const heads = paragraphs.map((paragraph) => turnAt(text, paragraph));
  const isAnswered = heads.some((turn) => turn?.answers === true);
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
    turn.answers === true ||
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
    ((labelled.length === 1 && first <= LAST_OPENING && isCapitals(only.label)) ||
      (first <= LAST_ANSWER && only.answers === true)) &&
    personOfLabel(only.label) !== '';
  const share = alone ? 1 : labelled.length / (read.length - first);
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
      // A question without a label is one paragraph.
      last = turn?.role === 'question' && turn.body === start ? undefined : turn;
    return turn ?? (last === undefined ? undefined : { ...last, body: start, labelled: false });
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

function turnAt(text: string, paragraph: Span): Turn | undefined {
  const head = text
    .slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LONGEST_LABEL))
    .replace(/\u00a0/g, ' ');
  const turn = (role: Turn['role'], label: string, length: number): Turn => ({
    role,
    label,
    body: Math.min(paragraph.start + length, paragraph.end),
    labelled: true,
  });
  if (WRITTEN_QUESTION.test(head)) return { ...turn('question', '', 0), written: true };
  if (PUT_QUESTION.test(head)) return turn('question', '', 0);
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
  const first = OFFICE_FIRST.exec(head);
  if (first !== null && isOffice(first[1]!))
    return { ...turn('speaker', first[2]!.trim(), first[0].length), sure: true, answers: true };
  const match = CAPITALS.exec(head) ?? NAMED.exec(head);
  if (match === null) {
    const kind = BY_KIND.exec(head);
    return kind === null ? undefined : { ...turn('speaker', kind[1]!, kind[0].length), kind: true };
  }
  const label = match[1]!;
  if (ASKING.test(label)) return turn('question', '', match[0].length);
  const spoken = turn('speaker', label, match[0].length);
  // "MR. PRESIDENT:" addresses whoever presides and labels nobody.
  return isCapitals(label) && HONORIFIC.test(label) && personOfLabel(label) !== '' ? { ...spoken, sure: true } : spoken;
}

function isCapitals(label: string): boolean {
  return label === label.toUpperCase();
}

export const HONORIFIC = /^(?:MR|MRS|MS|DR|MISS|SIR|LORD|LADY)\.? /i;

/** A name in capitals as it is otherwise written: "MR. O'NEILL-DAHL" gives "O'Neill-Dahl". */
export function nameOfLabel(label: string): string {
  const bare = label.replace(HONORIFIC, '').trim();
  if (!isCapitals(bare)) return bare;
  return bare
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, lead: string, letter: string) => lead + letter.toUpperCase());
}

/** The words of a label that name a person, without the office: "Foreign Minister Dahl" gives "Dahl"; empty for an office alone. */
export function personOfLabel(label: string): string {
  const parts = nameOfLabel(label).split(' ');
  while (parts.length > 0 && isOffice(parts[0]!)) parts.shift();
  return parts.join(' ');
}

function isOffice(part: string): boolean {
  const lower = part.toLowerCase();
  return (
    /^(the|senior|acting|under|of|for|and|two|one|three)$/.test(lower) ||
    nounList('titles').has(lower) ||
    nounList('official').has(lower)
  );
}
