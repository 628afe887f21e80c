import type { NameMention, PersonDescription } from '../model/mention.ts';
import { callings } from './callings.ts';

/** So much of the sentence beside a name is looked at. */
const MOST_BESIDE = 90;

/**
 * What a text says directly beside the names of persons of who they are: a calling, a body that they are of or act for, a year of birth.
 * It is read where it can hardly be anybody else's: in an apposition, as a title, or in brackets.
 */
export function descriptionsIn(text: string, names: readonly NameMention[]): readonly PersonDescription[] {
  return names.flatMap((mention, at) => {
    if (mention.kind !== 'person') return [];
    const before = sentenceBefore(text, names[at - 1]?.end ?? 0, mention.start);
    const after = sentenceAfter(text, mention.end, names[at + 1]?.start ?? text.length);
    return [
      ...callingsBeside(before, after).map((words) => described(mention, 'calling', words)),
      ...bodiesBeside(before, after, names[at - 1], names[at + 1]).map((words) => described(mention, 'body', words)),
      ...birthBeside(after).map((words) => described(mention, 'birth', words)),
    ];
  });
}

function described({ start }: NameMention, what: PersonDescription['what'], words: string): PersonDescription {
  return Object.freeze({ name: start, what, words });
}

/** What stands between two names, as far as it is of one sentence. */
function sentenceBefore(text: string, from: number, start: number): string {
  return text
    .slice(Math.max(from, start - MOST_BESIDE), start)
    .replace(/^.*(?:[!?。！？\n]|(?<!\b(?:Mr|Mrs|Ms|Dr|Capt))\.)\s*/su, '');
}

function sentenceAfter(text: string, end: number, to: number): string {
  return text
    .slice(end, Math.min(to, end + MOST_BESIDE))
    .replace(/(?:[!?。！？\n]|(?<!\b(?:Mr|Mrs|Ms|Dr|Capt|No))\.(?=\s|$)).*$/su, '');
}

type Patterns = { readonly before: RegExp; readonly after: RegExp };
let patterns: Patterns | undefined;

/** Words that may stand between an article and a calling: "a retired Korean engineer", and none that begins another phrase. */
const ADJECTIVES = String.raw`(?:(?!of\b|for\b|from\b|by\b|to\b|with\b|and\b|the\b|who\b)[\p{L}'-]+ ){0,2}`;

function callingPatterns(): Patterns {
  const any = callings().pattern;
  patterns ??= {
    before: new RegExp(
      String.raw`(?:^|[^\p{L}])(${any})(?:а|у|ом|ем|ю|я|님)?[ ,]{0,2}(?:["“«])?(?:(?:mr|ms|mrs|dr)\.? )?$`,
      'iu',
    ),
    after: new RegExp(
      String.raw`^(?:,? (?:who )?(?:is|was|has been|works as|worked as)|,|，|、|는|은| —| -)? ?(?:an? |the |now |then )*${ADJECTIVES}(${any})(?![\p{Script=Latin}\p{Script=Cyrillic}'’])`,
      'iu',
    ),
  };
  return patterns;
}

function callingsBeside(before: string, after: string): readonly string[] {
  const { before: asTitle, after: apposed } = callingPatterns();
  const [title, apposition] = [asTitle.exec(before)?.[1], apposed.exec(after)?.[1]];
  return [title, apposition].flatMap((one) => (one === undefined ? [] : [one.toLowerCase()]));
}

/** Between a person and the body that he is of or acts for. */
const OF_BODY =
  /^(?:,[^,;()]{0,50})?(?:,? (?:who )?(?:has been|was|is|works|worked|has worked|signed|acts|acted|acting|speaks|spoke))?(?:,? ?on behalf of| of| at| for| with) (?:the )?["“«]?$/iu;
/** Between a body and the person who acts for it. */
const BY_PERSON =
  /^(?:,? (?:(?:which )?(?:is|was) )?(?:represented|headed|run|led|managed|founded)(?: \p{Ll}+)? by|['’]s(?: [\p{Ll}-]+){1,3},?) (?:(?:mr|ms|mrs|dr)\.? )?$/iu;

function bodiesBeside(
  before: string,
  after: string,
  previous: NameMention | undefined,
  next: NameMention | undefined,
): readonly string[] {
  return [
    ...(next?.kind === 'organisation' && OF_BODY.test(after) ? [next.text] : []),
    ...(previous?.kind === 'organisation' && BY_PERSON.test(before) ? [previous.text] : []),
  ];
}

/** A year of birth that follows a name. */
const BORN =
  /^[ ,(（]{0,3}(?:(?:who )?(?:was )?born(?: on| in)?[^,;()]{0,20}?|d\.?o\.?b\.?:? ?[^,;()]{0,12}?|родил(?:ся|ась)[^,;()]{0,20}?)?((?:19|20)\d\d)(?:\s?(?:года? рождения|г\.\s?р|年\s?(?:出)?生|년생)|(?=[^\d]|$))/iu;
const IS_BIRTH = /born|d\.?o\.?b|родил|рождения|г\.\s?р|生|년생/i;

function birthBeside(after: string): readonly string[] {
  const found = BORN.exec(after);
  return found !== null && IS_BIRTH.test(found[0]) ? [found[1]!] : [];
}
