import type { AlsoCalled, FormerName, NameMention } from '../model/mention.ts';

/** Between the present name and the former one, and the other way round. */
const WAS =
  /(?:(?:formerly|previously|originally|once|ex|until then)(?:\s+(?:named|called|known as))?|sailed as|(?:was|were|is|be|been|being)\s+(?:(?:once|previously|formerly|originally|then|first)\s+)?(?:named|called|known as)|renamed from|a\.?k\.?a\.? formerly)[\s-]+(?:the\s+)?["“‘'«]?$/i;
const BECAME =
  /(?:renamed|now (?:named|called|known as)|changed (?:its|her) name to|later (?:named|called))\s+(?:as\s+|to\s+)?(?:the\s+)?["“‘'«]?$/i;
/** As registers put it, in a field of its own. */
const FIELD = /^.{0,20}(?<![\p{L}])former names?\s*:\s*["“]?$/isu;
/** Words that make "is called" a present or another's name. */
const NOT_FORMER = /(?:\bnot\b|\bnever\b|\bsister\b|[.!?]\s)/i;
/** More between two names is another statement. */
const MOST_BETWEEN = 60;
/** "Is called" tells of now: only with a word that tells of before. */
const OF_NOW = /\b(?:is|be|being)\s+(?:named|called|known as)/i;

/** Former names that a text tells of ships and bodies, of two names that follow each other in one sentence. */
export function formerNamesAmong(text: string, names: readonly NameMention[]): readonly FormerName[] {
  const found: FormerName[] = [];
  for (const [at, second] of names.entries()) {
    const first = names[at - 1];
    if (first === undefined || (first.kind !== 'vessel' && first.kind !== 'organisation') || first.text === second.text)
      continue;
    const between = text.slice(first.end, second.start).replace(/\([^)]*\)/g, ' ');
    const isField = FIELD.test(between);
    if (between.length > MOST_BETWEEN || (NOT_FORMER.test(between) && !isField)) continue;
    if (BECAME.test(between))
      found.push(Object.freeze({ former: first.text, present: second.text, start: first.start }));
    else if (isField || (WAS.test(between) && (!OF_NOW.test(between) || /used to|formerly|once/i.test(between))))
      found.push(Object.freeze({ former: second.text, present: first.text, start: second.start }));
  }
  return found;
}

/** Between two names of one: "also known as", "alias", or the second in brackets after "or" and "spelled". */
const ALSO =
  /(?<![\p{L}])(?:also (?:known|called|spel(?:led|t)|written)(?: as)?|otherwise known as|better known as|known as|alias(?:es)?|a\.?k\.?a\.?|spel(?:led|t)|written)[\s:]+["“‘'«]?$|[(,]\s*or\s+["“‘'«]?$/iu;

/** Names of which a text says that they are of one, of two that follow each other in one sentence. */
export function alsoCalledAmong(text: string, names: readonly NameMention[]): readonly AlsoCalled[] {
  const found: AlsoCalled[] = [];
  for (const [at, second] of names.entries()) {
    const first = names[at - 1];
    if (first === undefined || first.text === second.text) continue;
    const between = text.slice(first.end, second.start);
    if (between.length <= MOST_BETWEEN && !/[.!?]\s+\p{Lu}/u.test(between) && ALSO.test(between))
      found.push(Object.freeze({ name: first.text, other: second.text }));
  }
  return found;
}
