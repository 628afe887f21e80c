import type { NameMention, TextMentions } from '../../src/subjects/model/mention.ts';
import type { Proposal } from '../../src/subjects/model/proposal.ts';
import { type GoldDocument, type GoldName, goldSubjects } from './gold.ts';

export type Score = {
  readonly found: number;
  readonly wanted: number;
  readonly given: number;
  readonly faults: readonly string[];
};

export const recallOf = ({ found, wanted }: Score): number => found / Math.max(1, wanted);
export const precisionOf = ({ found, given }: Score): number => found / Math.max(1, given);

/** What may stand about a name at its edges without making another name of it. */
const EDGES =
  /^(?:[\s"'“”‘’«»„「」『』().,:;–—-]|\b(?:the|mr|mrs|ms|dr|captain|mv|m\/v|m\/t|mt|llc|ltd|limited|co|corp|corporation|inc|k\.k|s)\b\.?|호|号|號|ООО)*$/iu;

/** Whether the program has a name at the annotated place: they differ at their edges alone. */
function isSamePlace(text: string, gold: GoldName, { start, end }: NameMention): boolean {
  if (start >= gold.end || gold.start >= end) return false;
  const [low, high] = [Math.min(start, gold.start), Math.max(end, gold.end)];
  const [inLow, inHigh] = [Math.max(start, gold.start), Math.min(end, gold.end)];
  return EDGES.test(text.slice(low, inLow)) && EDGES.test(text.slice(inHigh, high));
}

/** Pairs an annotated name with the name that the program has there. */
export function pairNames(
  { text, names }: GoldDocument,
  given: readonly NameMention[],
): readonly (readonly [GoldName, NameMention | undefined])[] {
  return names.map((gold) => [gold, given.find((one) => isSamePlace(text, gold, one))] as const);
}

/** Names of one document. In scripts other than Latin those count whose subject `counts`. */
export function scoreNames(gold: GoldDocument, mentions: TextMentions, counts: (subject: string) => boolean): Score {
  const pairs = pairNames(gold, mentions.names);
  const wanted = pairs.filter(([{ subject }]) => gold.language === 'en' || counts(subject));
  const extra = mentions.names.filter((one) => !pairs.some(([, other]) => other === one));
  const missed = wanted.filter(([, one]) => one === undefined);
  const found = wanted.length - missed.length;
  return {
    found,
    wanted: wanted.length,
    given: found + extra.length,
    faults: [
      ...missed.map(([{ text }]) => `${gold.id}: missed ${text}`),
      ...extra.map(({ text, sign }) => `${gold.id}: no name ${text} (${sign})`),
    ],
  };
}

/** Names that were found, and are said to be of the annotated kind. */
export function scoreKinds(gold: GoldDocument, mentions: TextMentions): Score {
  const kinds = new Map(goldSubjects().map(({ id, kind }) => [id, kind]));
  const pairs = pairNames(gold, mentions.names).filter(([{ subject }, one]) => one !== undefined && kinds.has(subject));
  const wrong = pairs.filter(([{ subject }, one]) => kinds.get(subject) !== one?.kind);
  return {
    found: pairs.length - wrong.length,
    wanted: pairs.length,
    given: pairs.length,
    faults: wrong.map(
      ([{ text, subject }, one]) => `${gold.id}: ${text} is a ${kinds.get(subject)}, not a ${one?.kind}`,
    ),
  };
}

/** Identifiers by place, scheme and check. */
export function scoreIdentifiers(gold: GoldDocument, mentions: TextMentions): Score {
  const pairs = gold.identifiers.map(
    (one) =>
      [
        one,
        mentions.identifiers.find(
          ({ start, end, scheme, valid }) =>
            start === one.start && end === one.end && scheme === one.scheme && (valid === false) === one.bad,
        ),
      ] as const,
  );
  const missed = pairs.filter(([, one]) => one === undefined);
  const extra = mentions.identifiers.filter((one) => !pairs.some(([, other]) => other === one));
  const found = pairs.length - missed.length;
  return {
    found,
    wanted: pairs.length,
    given: found + extra.length,
    faults: [
      ...missed.map(([{ text }]) => `${gold.id}: missed ${text}`),
      ...extra.map(({ text }) => `${gold.id}: no identifier ${text}`),
    ],
  };
}

/** Whose identifiers are, as far as the program says it: recall counts those that it leaves open, precision those it gives to another. */
export function scoreHolders(gold: GoldDocument, mentions: TextMentions): Score {
  const pairs = pairNames(gold, mentions.names);
  const subjectAt = (start: number): string | undefined => pairs.find(([, one]) => one?.start === start)?.[0].subject;
  const named = new Set(gold.names.map(({ subject }) => subject));
  const known = gold.identifiers.filter(({ subject }) => named.has(subject));
  const said = gold.identifiers.flatMap((one) => {
    const holder = mentions.identifiers.find(({ start }) => start === one.start)?.holder ?? null;
    return holder === null ? [] : [{ ...one, holder: subjectAt(holder) ?? 'another' }];
  });
  const right = said.filter(({ holder, subject }) => holder === subject);
  return {
    found: right.length,
    wanted: known.length,
    given: said.length,
    faults: [
      ...said
        .filter(({ holder, subject }) => holder !== subject)
        .map(({ text, holder }) => `${gold.id}: ${text} given to ${holder}`),
      ...known
        .filter((one) => !said.some(({ start }) => start === one.start))
        .map(({ text }) => `${gold.id}: ${text} left open`),
    ],
  };
}

export function sumOf(scores: readonly Score[]): Score {
  const sum = (field: 'found' | 'wanted' | 'given'): number => scores.reduce((all, score) => all + score[field], 0);
  return {
    found: sum('found'),
    wanted: sum('wanted'),
    given: sum('given'),
    faults: scores.flatMap(({ faults }) => faults),
  };
}

/** Pairs of names as proposed, and as they would be if everything proposed were accepted; `subjectOf` says whose each is. */
export function scoreProposals(
  proposals: readonly Pick<Proposal, 'a' | 'b'>[],
  subjectOf: ReadonlyMap<string, string>,
): { readonly direct: Score; readonly joined: Score } {
  const known = proposals.filter(({ a, b }) => subjectOf.has(a) && subjectOf.has(b));
  const isRight = (a: string, b: string): boolean => subjectOf.get(a) === subjectOf.get(b);
  const wrong = known.filter(({ a, b }) => !isRight(a, b));
  const direct = {
    found: known.length - wrong.length,
    wanted: known.length,
    given: known.length,
    faults: wrong.map(({ a, b }) => `${subjectOf.get(a)} and ${subjectOf.get(b)}`),
  };
  const groups = new Map([...subjectOf.keys()].map((id) => [id, new Set([id])]));
  for (const { a, b } of known) {
    const [one, other] = [groups.get(a)!, groups.get(b)!];
    for (const id of other) groups.set(id, one.add(id));
  }
  const ids = [...subjectOf.keys()];
  const pairs = ids.flatMap((a, at) => ids.slice(at + 1).map((b) => [a, b] as const));
  const wanted = pairs.filter(([a, b]) => isRight(a, b));
  const given = pairs.filter(([a, b]) => groups.get(a) === groups.get(b));
  const found = given.filter(([a, b]) => isRight(a, b)).length;
  const missed = wanted.filter(([a, b]) => groups.get(a) !== groups.get(b));
  return {
    direct,
    joined: {
      found,
      wanted: wanted.length,
      given: given.length,
      faults: missed.map(([a, b]) => `missed ${subjectOf.get(a)}: ${a} ${b}`),
    },
  };
}
