import type { Claimant } from '../../src/claims/model/claim.ts';
import { countries } from '../../src/core/countries/countries.ts';
import type { GoldClaimant } from './corpus.ts';

/** Other ways to write the same State or organisation; longer ones first. */
const SAME_NAME: readonly (readonly [RegExp, string])[] = [
  [/\bdemocratic people's republic of korea\b|\bdprk\b|\bthe north\b/g, 'north korea'],
  [/\brepublic of korea\b/g, 'south korea'],
  [/\bunited states of america\b|\bunited states\b|\bu\.s\.(?!\w)|\bus\b|\busa\b/g, 'unitedstates'],
  [/\bunited nations\b|\bu\.n\.(?!\w)|\bun\b/g, 'unitednations'],
  [/\bunited kingdom\b|\bu\.k\.(?!\w)|\buk\b/g, 'unitedkingdom'],
  [/\bunited arab emirates\b|\bu\.a\.e\.(?!\w)|\buae\b/g, 'unitedarabemirates'],
  [/\brussian federation\b/g, 'russia'],
  [/\beuropean union\b|\be\.u\.(?!\w)|\beu\b/g, 'europeanunion'],
];
/** Words that do not tell one claimant from another. */
const EMPTY = new Set(
  `the a an of for to in at and by its his her their one that this mr ms mrs dr sir madam ambassador minister foreign
   defence defense deputy prime president chief general gen col lt spokesman spokeswoman spokesperson envoy director
   representative permanent senior secretary former who seen obtained`.split(/\s+/),
);
/** Words that name only a State: "the U.S." is not "the U.S. Treasury". */
const STATE_WORDS = new Set([
  ...countries.flatMap(({ name }) => name.toLowerCase().split(/[^\p{L}]+/u)),
  ...'unitedstates unitedkingdom unitedarabemirates europeanunion unitednations american british french greek'.split(
    ' ',
  ),
]);
const DEMONYM = /^[a-z]{2,}(?:ian|ean|ese|ish)$/;
const NOBODY = /^(he|she|they|it|we|i|him|her|them|who|unresolved|unknown|unnamed)$/i;

export type ClaimantVerdict = 'right' | 'unresolved' | 'wrong';

/**
 * Whether the extracted claimant is the gold one. "Unresolved" is an extractor that says it does not know: a name that is
 * empty, a bare pronoun, `unresolved` or `unnamed`. Any other name is a guess and wrong, whatever its kind.
 */
export function judgeClaimant(gold: GoldClaimant, extracted: Claimant): ClaimantVerdict {
  if (sameClaimant(gold, extracted.name)) return 'right';
  const name = extracted.name.trim();
  if (gold.kind === 'unnamed' && gold.name === 'unnamed' && extracted.kind === 'unnamed') return 'right';
  return name === '' || NOBODY.test(name) ? 'unresolved' : 'wrong';
}

/**
 * True when one name is the other or a part of it that still tells who is meant: the surname of a person, an organisation
 * without its city, a name with or without its office. An office alone is the same only when `aka` says so.
 */
export function sameClaimant(gold: GoldClaimant, name: string): boolean {
  return [gold.name, ...(gold.aka ?? [])].some((known) => sameName(known, name));
}

function sameName(known: string, name: string): boolean {
  const [a, b] = [canonicalName(known), canonicalName(name)];
  if (a === b) return a !== '';
  const [left, right] = [tellingWords(a), tellingWords(b)];
  if (left.length === 0 || right.length === 0) return false;
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  if (!few.every((word) => many.includes(word))) return false;
  return few.some((word) => !STATE_WORDS.has(word) && !DEMONYM.test(word));
}

function canonicalName(name: string): string {
  let canonical = name.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”"]/g, '');
  for (const [pattern, replacement] of SAME_NAME) canonical = canonical.replace(pattern, replacement);
  return canonical
    .replace(/'s\b/g, '')
    .replace(/[^\p{L}\p{N}\s'-]/gu, ' ')
    .replace(/^\s*(?:the|a|an)\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function tellingWords(canonical: string): string[] {
  return canonical.split(' ').filter((word) => word !== '' && !EMPTY.has(word));
}
