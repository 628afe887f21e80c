import { countriesIn } from '../../claims/names/mentioned-country.ts';
import type { Span } from '../../documents/text/text-layer.ts';
import type { SubjectLeaf } from '../model/leaf.ts';
import type { NameMention } from '../model/mention.ts';
import { relationCues, type StatedRelationKind } from './relation-cues.ts';

/** What a document says in so many words one leaf is of another: its owner, its manager ... The span holds both names. */
export type StatedRelation = Span & { readonly kind: StatedRelationKind; readonly from: string; readonly to: string };

/** The flag that a document says a ship flies. */
export type StatedFlag = Span & { readonly vessel: string; readonly country: string };

/** Between two names no more can stand than a cue with its articles and a number in brackets. */
const LONGEST = 90;

type Named = NameMention & { readonly leaf: string };

/** The relations that a text states between neighbouring names, in its order. */
export function statedRelations(text: string, leaves: readonly SubjectLeaf[]): readonly StatedRelation[] {
  const names = namesIn(leaves);
  const found: StatedRelation[] = [];
  for (const [at, one] of names.entries()) {
    const next = names[at + 1];
    if (next === undefined || next.leaf === one.leaf || next.start < one.end || next.start - one.end > LONGEST)
      continue;
    const between = text.slice(one.end, next.start);
    const cue = relationCues().byWords.get(plainCue(between));
    if (cue === undefined || !isPlain(text, one, next, between)) continue;
    const [from, to] = cue.turned ? [next, one] : [one, next];
    found.push({ kind: cue.kind, from: from.leaf, to: to.leaf, start: one.start, end: next.end });
  }
  return found;
}

/** "the Panama-flagged tanker NAME", "NAME, sailing under the flag of Panama". */
export function statedFlags(text: string, leaves: readonly SubjectLeaf[]): readonly StatedFlag[] {
  return namesIn(leaves.filter(({ kind }) => kind === 'vessel')).flatMap(({ leaf, start, end }): StatedFlag[] => {
    const before = /(\p{Lu}[\p{L} ]{2,30})[- ]flagged (?:[\p{L}-]+ ){0,3}["“'«]?$/u.exec(
      text.slice(Math.max(0, start - 70), start),
    );
    const after =
      /^["”'»]?(?: ?\([^()\n]{0,40}\))?,? (?:which |that )?(?:is |was )?(?:flagged (?:in|to)|(?:sailing|sails|sailed) under the flag of|under the flag of|flying the flag of) (?:the )?(\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+){0,2})/u.exec(
        text.slice(end, end + LONGEST),
      );
    const told = [
      before === null ? null : { words: before[1]!, start: start - before[0].length, end },
      after === null ? null : { words: after[1]!, start, end: end + after[0].length },
    ];
    return told.flatMap((one): StatedFlag[] => {
      if (one === null) return [];
      const countries = [...new Set(countriesIn(one.words).map(({ country }) => country))];
      return countries.length === 1 ? [{ vessel: leaf, country: countries[0]!, start: one.start, end: one.end }] : [];
    });
  });
}

/** "The brother of NAME owns": in a clause of its own the first name is not who the clause is about. */
const GOVERNED =
  /(?:^|[\s(])(?:of|by|with|for|from|to|near|aboard|on|at|and|or|than|like)\s+(?:the\s+|an?\s+)?(?:[\p{Ll}-]+\s+){0,2}["“'«]?$/u;
/** Words before a statement that take it back, or leave it open. */
const UNSURE = /\b(?:if|whether|unless|not|never|neither|false|untrue|might|may|could|would|once|rumou?red)\b/i;
/** What may follow the second name: after "NAME's" or "NAME executives" it is somebody else. */
const ENDS =
  /^["”»]?(?:$|\s*[.,;:()\n–—]|\s+(?:and|or|in|on|at|from|to|for|with|since|until|when|who|which|that|as|by|of|under|during|after|before|but|while|said|says|is|was|has|had|called|left|met|paid|told)\b)/u;

/** Whether the statement stands by itself: of these two names, and not taken back by the words before it. */
function isPlain(text: string, one: Span, next: Span, between: string): boolean {
  const before = text.slice(Math.max(0, one.start - 80), one.start).replace(/^.*[.!?]\s/s, '');
  const isClause = !/^[^\p{L}]*,/u.test(between) && !/^['’]s/.test(between);
  return !UNSURE.test(before) && !(isClause && GOVERNED.test(before)) && ENDS.test(text.slice(next.end, next.end + 40));
}

function namesIn(leaves: readonly SubjectLeaf[]): readonly Named[] {
  return leaves
    .flatMap(({ id, mentions }) => mentions.map((mention) => ({ ...mention, leaf: id })))
    .sort((a, b) => a.start - b.start);
}

/** What stands between two names as cues are written: without marks, articles, numbers in brackets and a noun before the second. */
function plainCue(between: string): string {
  let words = between
    .normalize('NFKC')
    .replace(/[’ʼ]/g, "'")
    .replace(/\([^()]*\)/g, ' ')
    .replace(/["“”«»,]/g, ' ')
    .replace(/ (?:\p{Lu}\p{L}+ ){0,2}\p{Lu}\p{L}+-flagged(?= )/u, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  if (/[.;:!?()]/.test(words)) return '';
  for (const noun of relationCues().nouns)
    if (words.endsWith(` ${noun}`)) {
      words = words.slice(0, -noun.length).trim();
      break;
    }
  return words.replace(/(?: (?:the|an?))+$/, '').replace(/^(?:the|an?) /, '');
}
