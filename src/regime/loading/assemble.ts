import { deepFreeze } from '../../core/json/json.ts';
import { addDays } from '../../core/time/calendar.ts';
import type { DecisionFile } from '../files/decision-file.ts';
import type { DesignationsFile } from '../files/designations-file.ts';
import type { GoodsFile } from '../files/goods-file.ts';
import type { RegimeFile } from '../files/regime-file.ts';
import type { VocabularyFile } from '../files/vocabulary-file.ts';
import { type Ballot, type MemberBallot, tallyBallots } from '../model/ballots.ts';
import type { Decision, Mandate, NamedDesignation, Provision, Regime } from '../model/regime.ts';

/** The checked files of one regime: what `assembleRegime` builds from, and what a scenario changes. */
export type RegimeParts = {
  readonly regime: RegimeFile;
  readonly vocabulary: VocabularyFile;
  readonly decisions: readonly DecisionFile[];
  readonly goods: readonly GoodsFile[];
  readonly everydayGoods: readonly GoodsFile[];
  readonly designations: readonly DesignationsFile[];
};

/**
 * Builds a regime out of its files. Only adopted decisions change the law, and whether one was adopted follows from its
 * ballots. A provision that is replaced ends the day before the provision that replaces it begins.
 */
export function assembleRegime(parts: RegimeParts): Regime {
  const { regime, vocabulary } = parts;
  const files = parts.decisions.toSorted((a, b) => compare(a.date, b.date) || compare(a.decision, b.decision));
  const decisions = files.map((file) => decisionOf(file, vocabulary.permanentMembers));
  const inLaw = files.filter((_, index) => decisions[index]?.adopted);
  return deepFreeze({
    id: regime.id,
    name: regime.name,
    target: regime.target,
    committee: regime.committee,
    permanentMembers: vocabulary.permanentMembers,
    subjects: regime.subjects,
    classes: regime.classes,
    outsideBodies: regime.outsideBodies,
    units: vocabulary.units,
    acts: [...vocabulary.acts, ...regime.acts],
    circumstances: [...vocabulary.circumstances, ...regime.circumstances],
    decisions,
    provisions: endReplaced(inLaw.flatMap(provisionsOf)),
    mandates: inLaw.flatMap(mandatesOf),
    goodsEdition: parts.goods[0]?.edition ?? 'HS2017',
    goods: parts.goods.flatMap((file) => file.goods),
    everydayGoods: parts.everydayGoods.flatMap((file) => file.goods),
    goodsQualifiers: parts.goods.flatMap((file) => file.qualifiers),
    goodsHabits: {
      partsOf: parts.goods.flatMap((file) => file.partsOf),
      assistanceFor: parts.goods.flatMap((file) => file.assistanceFor),
      formsOf: parts.goods.flatMap((file) => file.formsOf),
      heads: parts.goods.flatMap((file) => file.heads),
      notKinds: parts.goods.flatMap((file) => file.notKinds),
    },
    designations: parts.designations.flatMap((file) => file.designations.map(designationOf)),
  });
}

function decisionOf(file: DecisionFile, permanentMembers: readonly string[]): Decision {
  const { vote } = file;
  const base = {
    id: file.decision,
    title: file.title,
    date: file.date,
    meeting: file.meeting ?? null,
    occasion: file.occasion ?? null,
    voteEvidence: vote.evidence,
    voteSource: vote.source,
    source: file.source,
    evidence: file.evidence,
  };
  if ('withoutVote' in vote) return { ...base, adopted: true, ballots: null, procedural: false, vote: null };
  if ('tally' in vote) {
    const { yes, no, abstain } = vote.tally;
    // Totals alone cannot show whose vote a "no" was; a draft with any is not taken to be law on totals.
    const anonymous: MemberBallot[] = [...repeat('yes', yes), ...repeat('no', no), ...repeat('abstain', abstain)];
    const { id: _, adopted, ...totals } = tallyBallots({ id: file.decision, members: anonymous });
    return { ...base, adopted: adopted && no === 0, ballots: null, procedural: false, vote: totals };
  }
  const permanent = new Set(permanentMembers);
  const cast = (names: readonly string[], ballot: Ballot) =>
    names.map((member) => ({ member, permanent: permanent.has(member), ballot }));
  const ballots = [
    ...cast(vote.yes, 'yes'),
    ...cast(vote.no, 'no'),
    ...cast(vote.abstain, 'abstain'),
    ...cast(vote.absent, 'absent'),
  ].sort((a, b) => compare(a.member, b.member));
  const procedural = vote.procedural === true;
  const { id: _, adopted, ...totals } = tallyBallots({ id: file.decision, members: ballots, procedural });
  return { ...base, adopted, ballots, procedural, vote: totals };
}

function repeat(ballot: Ballot, times: number): MemberBallot[] {
  return Array.from({ length: times }, (_, index) => ({ member: `${ballot} ${index + 1}`, permanent: false, ballot }));
}

function provisionsOf(file: DecisionFile): Provision[] {
  return file.provisions.map(({ from, until, ...provision }) => ({
    ...provision,
    id: `${file.decision} ${provision.paragraph}`,
    decision: file.decision,
    from: from ?? file.date,
    to: until ?? null,
    replacedBy: null,
  }));
}

function endReplaced(provisions: readonly Provision[]): Provision[] {
  const replacement = new Map<string, Provision>();
  for (const provision of provisions) {
    for (const id of provision.replaces) {
      const earlier = replacement.get(id);
      if (!earlier || provision.from < earlier.from) replacement.set(id, provision);
    }
  }
  return provisions.map((provision) => {
    const by = replacement.get(provision.id);
    if (!by) return provision;
    const last = addDays(by.from, -1);
    return { ...provision, to: provision.to !== null && provision.to < last ? provision.to : last, replacedBy: by.id };
  });
}

function mandatesOf(file: DecisionFile): Mandate[] {
  return file.mandates.map(({ from, to, ...mandate }) => ({
    ...mandate,
    instrument: file.decision,
    from: from ?? file.date,
    to: to ?? null,
  }));
}

function designationOf(entry: DesignationsFile['designations'][number]): NamedDesignation {
  return {
    id: entry.id,
    names: entry.names,
    listedFrom: entry.listed,
    listedTo: entry.delisted ? addDays(entry.delisted, -1) : null,
    basis: entry.basis,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
