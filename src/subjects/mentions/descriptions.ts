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
    const next = names[at + 1]?.start ?? text.length;
    const after = sentenceAfter(text, mention.end, next);
    return [
      ...callingsBeside(before, text, mention.end, next).map((words) => described(mention, 'calling', words)),
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

/** Words by which a calling is told as somebody's: "his doctor". */
const WHOSE = 'his|hers?|their|its|my|our|your|whose|его|е[её]|их|мой|наш|свой';
/** Words that are no part of a bearer's calling: they begin another phrase, tell of somebody else ("whose driver"), or deny it. */
const OTHERS = `${WHOSE}|an?|the|of|for|from|by|to|in|on|at|with|and|or|but|like|unlike|that|which|who|no|not|never|neither|nor|another|any|every|each|some|не`;
/** Who is told to speak need not be the bearer: "Maria Petrova, a doctor at the hospital said, was well". */
const SAYING =
  '(?:said|says|saying|told|tells|added|adds|stated|states|reported|reports|claimed|claims|recalled|explained|wrote|writes|testified|(?:сказал|сообщил|заявил|рассказал|пояснил)а?|говорит)';
/** Words that may stand between an article and a calling: "a retired Korean engineer". */
const ADJECTIVES = String.raw`(?:(?!(?:${OTHERS}|${SAYING})(?![\p{L}'-]))[\p{L}'-]+ ){0,2}?`;
/** What follows a calling told of the bearer: the end of the phrase, or where and for whom it is. Any other word may make the calling another's. */
const PHRASE_ENDS = String.raw`(?=[ \t]*(?:$|[,;:!?)”»"，、،；。！？）—–]|\.(?:\s|$)|\n(?![ \t]*${SAYING}))| (?:of|at|for|from|in|из|в|на|при|\p{Script=Cyrillic}+(?:ой|ого|его|ых|их|ии))(?!\p{L})(?![^,;.\n]{0,90}[^\p{L}]${SAYING}(?!\p{L})))`;
/** A title that follows its bearer in Korean and Japanese is told by the particle after it, a calling after a topic by its "is". */
const TITLE_ENDS = String.raw`(?=님|(?:은|는|이|가)(?!\p{L})|は|が|も)`;
const PREDICATE_ENDS = '(?=이다|였|이었|이며|이고|입니다)';

function callingPatterns(): Patterns {
  const any = callings().pattern;
  const somebodys = String.raw`(?<!\p{L})(?:${WHOSE}|no|그의)(?: [\p{L}-]+){0,2} |(?:['’]s|s['’])(?: [\p{L}-]+){0,2} `;
  patterns ??= {
    before: new RegExp(
      String.raw`(?:^|[^\p{L}])(?<!${somebodys})(${any})(?:а|у|ом|ем|ю|я|님)? {0,2}(?:["“«])?(?:(?:mr|ms|mrs|dr)\.? )?$`,
      'iu',
    ),
    after: new RegExp(
      [
        `(?:,? (?:who )?(?:is|was|has been|works as|worked as) |, ?|[，、]|، ?| ?[—–] ?| - )(?:an? |the |now |then |formerly )*${ADJECTIVES}(${any})${PHRASE_ENDS}`,
        `[는은] ${ADJECTIVES}(${any})${PREDICATE_ENDS}`,
        ` ?(${any})${TITLE_ENDS}`,
      ].join('|'),
      'iuy',
    ),
  };
  return patterns;
}

/** Callings told before a name, and after it in the text as far as the next name. */
function callingsBeside(before: string, text: string, end: number, to: number): readonly string[] {
  const { before: asTitle, after: apposed } = callingPatterns();
  apposed.lastIndex = end;
  const following = apposed.exec(text);
  const isOwn = following !== null && end + following[0].length <= to;
  const found = [asTitle.exec(before)?.[1], ...(isOwn ? following.slice(1) : [])];
  return found.flatMap((one) => (one === undefined ? [] : [one.toLowerCase()]));
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
