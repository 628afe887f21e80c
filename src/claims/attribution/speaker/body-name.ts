import type { Claimant } from '../../model/claim.ts';
import { isDocumentNoun } from '../issued-document.ts';

/** What a body of a kind may be called that its name does not say. */
const GENERIC: Readonly<Record<string, readonly string[]>> = {
  newsroom: ['agency', 'newspaper', 'outlet', 'daily', 'broadcaster', 'magazine', 'paper'],
  ngo: ['group', 'organisation', 'organization', 'institute', 'ngo', 'watchdog', 'monitor', 'researchers'],
  company: ['company', 'firm', 'operator', 'exchange'],
  'state-organ': ['agency'],
  intergovernmental: ['agency', 'organisation', 'organization', 'bloc', 'alliance', 'watchdog'],
  'un-body': [],
};
/** What a body known by its short name is called. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  FBI: ['bureau'],
  IAEA: ['agency', 'watchdog'],
  EU: ['bloc', 'union'],
  'European Union': ['bloc', 'union'],
  NATO: ['alliance'],
  CENTCOM: ['command'],
  MSMT: ['team'],
  Pentagon: ['department'],
  OFAC: ['office'],
  'U.N.': ['organisation', 'body'],
};

/** The nouns that may stand for a body later: those of its name, and what bodies of its kind are called. */
export function nounsOf(claimant: Claimant): Set<string> {
  // "a customs report" is no agency.
  const generic = (isDocumentNoun(claimant.name.split(' ').at(-1)!) ? [] : (GENERIC[claimant.kind] ?? [])).filter(
    (noun) => claimant.kind !== 'newsroom' || !(AIRS.test(claimant.name) ? PRINTED : AIRED).test(noun),
  );
  return new Set<string>([...generic, ...(SHORT[claimant.name] ?? []), ...nameNouns(claimant)]);
}

/** A newsroom whose name says that it is heard or seen is no newspaper, and no other is a broadcaster by its name alone. */
const AIRS = /\b(?:radio|tv|television|channel|broadcasting|\w*tv)\b/i;
const PRINTED = /^(?:newspaper|daily|magazine|paper|agency)$/;
const AIRED = /^(?:station|channel)$/;

/** The words of a body's own name that may stand for it. */
function nameNouns(claimant: Claimant): Set<string> {
  const nouns = new Set<string>();
  // "the final report of the Panel" is a report; "the Panel" does not mean it.
  const name = /^(?:the )?(?:\p{Ll}+ )*(?:reports?|statement|document|summary|letter|note) /iu.test(claimant.name)
    ? ''
    : claimant.name.replace(/ (?:established|created|constituted|pursuant|concerning) .*$/, '');
  if (claimant.kind !== 'person')
    for (const word of name.split(/[\s']+/)) if (/^[A-Za-z-]{4,}$/.test(word)) nouns.add(word.toLowerCase());
  return nouns;
}

/**
 * By which nouns the source of a text is meant in it: "the Panel"; general words ("the agency", "the newspaper") do not mean a
 * newsroom.
 */
export function ownNounsOf(source: Claimant): Set<string> {
  const nouns = nameNouns(source);
  return source.kind === 'newsroom' ? new Set([...nouns].filter((noun) => !GENERIC.newsroom!.includes(noun))) : nouns;
}

/** Bodies of many by the word that ends their name: "Norse Airways" is one firm. */
const BANDS =
  /(?:^| )(?:forces|guards?|rebels|troops|fighters|militants|militias|brigades|separatists|insurgents|houthis|officials|officers)$/i;

/** Whether a body is many people by the word that ends its name. */
export function isBand({ name }: Claimant): boolean {
  return BANDS.test(name);
}

/** Whether words before a noun may describe a body whose name holds that noun: what says which of several it is must be in its name. */
export function mayBeCalled(body: Claimant, noun: string, attributes: readonly string[]): boolean {
  return attributes.length === 0 || !endsInNoun(body, noun) || hasInName(body, attributes);
}

/** Whether one of the words stands in the name of a body. "Defence" is "Defense": the beginnings of words are compared. */
export function hasInName({ name }: Claimant, attributes: readonly string[]): boolean {
  const words = folded(name)
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  const starts = (word: string) => word.slice(0, 5);
  return attributes.some((attribute) => words.some((word) => starts(word) === starts(attribute)));
}

/** Whether the name of a body ends in a noun, before what the body is for. */
export function endsInNoun(claimant: Claimant, noun: string): boolean {
  const name = claimant.name.toLowerCase().replace(/ (?:on|concerning|for|of|in|established|created|pursuant) .*$/, '');
  return name === noun || name.endsWith(` ${noun}`);
}

/** "Türk" and "Turk" are one name to a newspaper. */
export function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '');
}
