import type { IdentifierMention, IdentifierScheme, NameMention, PersonDescription } from '../model/mention.ts';

/** Numbers of which a bearer has one, or of which two that differ are seldom one bearer's: where two differ, two bear the name. */
const TELLING: ReadonlySet<IdentifierScheme> = new Set(['imo', 'imo-company', 'registration', 'passport']);
/** A year of birth is often told of an age, and be one off. */
const MOST_YEARS_OFF = 1;

/** What a text says beside one mention of a name that tells its bearer from others. */
type BearerFacts = { readonly mention: NameMention; readonly numbers: ReadonlyMap<string, ReadonlySet<string>> };

/**
 * Mentions of one name that a document gives to bearers who exclude each other: "Kim Chol, passport 654320123" and "Kim Chol, passport
 * 745220017". Each of those bearers has a key of its own; mentions beside which nothing is told may be anyone's and get none. A number
 * with a wrong check digit tells nobody apart: it may be a slip.
 */
export function apartBearers(
  names: readonly NameMention[],
  identifiers: readonly IdentifierMention[],
  described: readonly PersonDescription[],
  keyOf: (mention: NameMention) => string,
): ReadonlyMap<NameMention, string> {
  const byName = new Map<string, BearerFacts[]>();
  for (const told of factsAt(names, identifiers, described)) {
    const key = keyOf(told.mention);
    byName.set(key, [...(byName.get(key) ?? []), told]);
  }
  const found = new Map<NameMention, string>();
  for (const [key, all] of byName) {
    const bearers = agreeing(all);
    for (const bearer of bearers)
      if (bearers.some((other) => other !== bearer && exclude(bearer, other)))
        for (const { mention } of bearer) found.set(mention, `${key} ${firstNumber(bearer)}`);
  }
  return found;
}

function factsAt(
  names: readonly NameMention[],
  identifiers: readonly IdentifierMention[],
  described: readonly PersonDescription[],
): readonly BearerFacts[] {
  const numbersAt = new Map<number, Map<string, Set<string>>>();
  const tell = (start: number, scheme: string, value: string): void => {
    const numbers = numbersAt.get(start) ?? new Map<string, Set<string>>();
    numbersAt.set(start, numbers.set(scheme, (numbers.get(scheme) ?? new Set()).add(value)));
  };
  for (const { scheme, value, valid, holder } of identifiers)
    if (holder !== null && valid !== false && TELLING.has(scheme)) tell(holder, scheme, value);
  for (const { name, what, words } of described) if (what === 'birth') tell(name, what, words);
  return names.flatMap((mention) => {
    const numbers = numbersAt.get(mention.start);
    return numbers === undefined ? [] : [{ mention, numbers }];
  });
}

/** Mentions that hang together by a number that they share, in the order of the text. */
function agreeing(all: readonly BearerFacts[]): readonly (readonly BearerFacts[])[] {
  let groups: readonly (readonly BearerFacts[])[] = [];
  for (const one of all) {
    const joined = groups.filter((group) => group.some((other) => shares(one, other)));
    groups = [...groups.filter((group) => !joined.includes(group)), [...joined.flat(), one]];
  }
  return groups;
}

function shares(a: BearerFacts, b: BearerFacts): boolean {
  return [...a.numbers].some(([scheme, values]) => agree(scheme, values, b.numbers.get(scheme) ?? new Set()));
}

/** Whether numbers of one scheme are told of both, and none of them agree. */
function exclude(some: readonly BearerFacts[], others: readonly BearerFacts[]): boolean {
  return some.some((a) =>
    others.some((b) =>
      [...a.numbers].some(([scheme, values]) => {
        const other = b.numbers.get(scheme);
        return other !== undefined && !agree(scheme, values, other);
      }),
    ),
  );
}

function agree(scheme: string, some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  if (scheme !== 'birth') return [...some].some((value) => others.has(value));
  return [...some].some((one) => [...others].some((other) => Math.abs(+one - +other) <= MOST_YEARS_OFF));
}

function firstNumber([told]: readonly BearerFacts[]): string {
  const [[scheme, values] = ['', new Set<string>()]] = [...(told?.numbers ?? [])];
  return `${scheme}:${[...values][0] ?? ''}`;
}
