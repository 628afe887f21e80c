import { type Slot, spanOf } from '../events/attribution-scope.ts';
import { placesOf } from '../events/claim-place.ts';
import { timeOf } from '../events/claim-time.ts';
import { toldRoles } from '../events/clause-roles.ts';
import { deedsOf, runsOf, withoutTimesOf } from '../events/event.ts';
import { isLeftOpen } from '../events/factuality.ts';
import { modalityOf } from '../events/modality.ts';
import { assertsOfItself, isOthersWords } from '../events/own-voice.ts';
import { polarityOf } from '../events/polarity.ts';
import { findPredicates, type PredicateHit } from '../events/predicate.ts';
import { type Antecedent, countedBy, refersBack } from '../events/reference-back.ts';
import { relayOf } from '../events/relay.ts';
import { addresseesOf, vesselsIn, vesselsOf, withVessels } from '../events/roles.ts';
import type { Claim, Claimant, Speech } from '../model/claim.ts';
import type { Run } from '../names/phrase.ts';
import { type Counted, findQuantities } from '../quantities/quantity-extraction.ts';
import type { Frame, ReadSentence } from '../syntax/parsed-sentence.ts';

/** A claim before it has its place, document and id. */
export type Draft = Pick<
  Claim,
  | 'claimant'
  | 'relay'
  | 'polarity'
  | 'modality'
  | 'speech'
  | 'predicate'
  | 'roles'
  | 'quantities'
  | 'when'
  | 'where'
  | 'rules'
> & {
  readonly dissent?: Claim['dissent'];
  /** Words the claim rests on, for cutting very long sentences. */
  readonly anchor: number;
  /** The words from the attribution to the end of what is said, when the claim has one. */
  readonly clause?: Run;
  /** The words to quote, when they are not the whole sentence. */
  readonly passage?: Run;
};

/** What the sentences before leave to a sentence: what was done and counted last, and who spoke in the one right before. */
export type Before = {
  readonly antecedent: Antecedent | undefined;
  readonly counted: Counted | undefined;
  readonly speaker: Claimant | undefined;
};

/**
 * Claims of one sentence: each attribution with what it holds, and what no attribution holds as the source's own.
 * `holder` is the speaker of a quotation that covers the sentence without an attribution of its own.
 */
export function draftClaims(
  sentence: ReadSentence,
  frames: readonly Frame[],
  source: Claimant,
  holder: Frame | undefined,
  before: Before,
): Draft[] {
  const hits = findPredicates(sentence).filter((hit) => !frames.some((frame) => frame.cue === hit.group.head));
  const found = findQuantities(sentence.text, sentence.words, {
    mentions: sentence.mentions,
    times: sentence.times,
    antecedent: before.counted,
  });
  const held = holder === undefined ? frames : [holder, ...frames];
  const slots = new Map<Frame | undefined, Slot>();
  const slotAt = (at: number): Slot => {
    const chain = framesAt(held, at);
    const inner = chain[chain.length - 1];
    const slot = slots.get(inner) ?? { frame: inner, outer: chain.slice(0, -1), hits: [], quantities: [] };
    slots.set(inner, slot);
    return slot;
  };
  for (const frame of held) {
    const start = frame.content[0]!.from;
    const chain = framesAt(held, start).filter((other) => other !== frame && covers(other, frame));
    if (!slots.has(frame)) slots.set(frame, { frame, outer: chain, hits: [], quantities: [] });
  }
  // Figures in the name of a speaker, and in what stands between the name and its verb, say who speaks and not what.
  const named = held.flatMap((frame) =>
    frame.speaker === undefined
      ? []
      : frame.cue > frame.speaker.to && frame.content[0]!.from >= frame.cue
        ? [{ from: frame.speaker.from, to: firstVerb(sentence, held, frame) }]
        : frame.cue < frame.speaker.from && frame.content[0]!.from > frame.speaker.to
          ? [{ from: frame.speaker.from, to: frame.content[0]!.from }]
          : [frame.speaker],
  );
  for (const hit of hits) {
    // "X, Chair of the body established by the Council, said": what stands between a name and its verb says who speaks.
    if (hit.group.form !== 'finite' && named.some((run) => hit.group.head >= run.from && hit.group.head < run.to))
      continue;
    const slot = slotAt(hit.group.head);
    if (isLeftOpen(sentence, hit.group) && slot.frame?.dissenter === undefined) continue;
    slot.hits.push(hit);
    // "A's claim that … has been denied by B": the same act, asserted by one and denied by the other.
    for (const frame of framesAt(held, hit.group.head).slice(0, -1))
      if (frame.basis === 'denies' && frame.rules[0]!.startsWith('attribution:denied-by'))
        slots.get(frame)?.hits.push(hit);
  }
  for (const quantity of found)
    if (!named.some((run) => quantity.from < run.to && quantity.to > run.from))
      slotAt(quantity.from).quantities.push(quantity);
  const drafts: Draft[] = [];
  if (slots.size === 0) slotAt(-1);
  for (const slot of slots.values()) drafts.push(...draftsOf(sentence, slot, held, source, before));
  return drafts.sort((a, b) => a.anchor - b.anchor);
}

/** "X said A, confirming B", "X listed 14 and said": what stands before the first verb of the speaker says who it is. */
function firstVerb(sentence: ReadSentence, frames: readonly Frame[], frame: Frame): number {
  const to = frame.speaker!.to;
  const own = sentence.groups.find(
    (group) =>
      group.from >= to &&
      group.form === 'finite' &&
      !/^(who|which|that|whose|where)$/.test(sentence.words[group.from - 1]?.lower ?? ''),
  );
  const starts = frames.flatMap(({ cue, content }) => [cue, content[0]!.from]).filter((at) => at >= to);
  return Math.min(own?.from ?? frame.cue, ...starts);
}

/** Attributions that hold a word, the outermost first. */
function framesAt(frames: readonly Frame[], at: number): Frame[] {
  return frames
    .filter((frame) => frame.content.some((run) => at >= run.from && at < run.to))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
}

function sizeOf(frame: Frame): number {
  return frame.content.reduce((sum, run) => sum + run.to - run.from, 0);
}

function covers(outer: Frame, inner: Frame): boolean {
  const run = inner.content[0]!;
  return sizeOf(outer) > sizeOf(inner) && outer.content.some((other) => other.from <= run.from && other.to >= run.to);
}

/** What a frame holds is another attribution and no clause of its own beside it. */
function onlyHolds(sentence: ReadSentence, frame: Frame, frames: readonly Frame[]): boolean {
  const inner = frames.filter((other) => other !== frame && covers(frame, other));
  if (inner.length === 0) return false;
  const taken = (at: number) =>
    inner.some(
      (other) =>
        other.cue === at ||
        (other.speaker !== undefined && at >= other.speaker.from && at < other.speaker.to) ||
        other.content.some((run) => at >= run.from && at < run.to),
    );
  return !sentence.groups.some(
    (group) =>
      group.form === 'finite' &&
      frame.content.some((run) => group.head >= run.from && group.head < run.to) &&
      !taken(group.head),
  );
}

function draftsOf(
  sentence: ReadSentence,
  found: Slot,
  frames: readonly Frame[],
  source: Claimant,
  { antecedent, speaker }: Before,
): Draft[] {
  const slot = spokenBy(found);
  const { frame } = slot;
  const span = spanOf(sentence, frame);
  if (
    frame === undefined &&
    slot.hits.length === 0 &&
    slot.quantities.length === 0 &&
    !assertsOfItself(sentence, slot, source)
  )
    return [];
  // A frame that only holds another attribution says nothing itself ("Reuters reported that Shin said …").
  if (
    frame !== undefined &&
    slot.hits.length === 0 &&
    slot.quantities.length === 0 &&
    onlyHolds(sentence, found.frame!, frames)
  )
    return [];
  const such = slot.hits.length === 0 && antecedent !== undefined && refersBack(sentence, span);
  const deeds = deedsOf(sentence, slot, frame);
  const inner = frames.flatMap((other) =>
    found.frame !== undefined && other !== found.frame && covers(found.frame, other) ? other.content : [],
  );
  return deeds.map(({ predicate: verb, hit, roles: told, rules, quantities, apart }) => {
    const predicate = such ? antecedent.predicate : verb;
    const rolesOf =
      told ??
      (such
        ? antecedent.roles
        : frame?.basis === 'calls-for'
          ? addresseesOf(sentence, frame.cue)
          : verb === 'called-for'
            ? {}
            : toldRoles(sentence, frame, span));
    const own =
      frame === undefined && isOthersWords(sentence, hit?.group.head ?? quantities[0]?.from, source)
        ? (speaker ?? UNNAMED)
        : speakerOf(frame, source);
    const demand = predicate === 'called-for';
    const { modality, rule } = demand
      ? { modality: 'calls-for' as const, rule: 'demand' }
      : modalityOf(sentence, frame, hit, span);
    const counted = (apart === undefined ? quantities : withoutTimesOf(sentence, quantities, apart)).map((quantity) =>
      countedBy(quantity.quantity, hit, such ? antecedent : undefined),
    );
    const relay = relayOf(sentence, slot, own);
    const anchor = apart?.clause.from ?? hit?.group.head ?? quantities[0]?.from ?? span.from;
    const several = deeds.length > 1;
    return {
      claimant: own,
      relay,
      polarity: polarityOf(frame, hit),
      modality,
      speech: speechOf(sentence, frame, hit, span, own === source, own === speaker),
      predicate,
      roles: withVessels(
        rolesOf,
        apart === undefined ? vesselsOf(sentence, span, hit, several) : vesselsIn(sentence, runsOf(apart)),
      ),
      quantities: counted,
      when: timeOf(sentence, frame, hit, span, [...inner, ...(apart?.others ?? [])]),
      where: such ? antecedent.where : placesOf(sentence, apart?.clause ?? span, hit, several),
      rules: [...(frame?.rules ?? ['own-voice']), ...rules, `modality:${rule}`, ...(such ? ['antecedent:such'] : [])],
      anchor,
      ...(apart === undefined ? {} : { passage: apart.passage }),
      ...(frame === undefined ? {} : { clause: clauseOf(frame) }),
      ...(frame?.dissenter === undefined
        ? {}
        : {
            dissent: [
              {
                claimant: frame.dissenter,
                quote: sentence.text.slice(sentence.words[0]!.start, sentence.words[sentence.words.length - 1]!.end),
              },
            ],
          }),
    };
  });
}

/** "He said the North had reportedly shipped shells": he passes it on as an allegation, so it is his. */
function spokenBy(slot: Slot): Slot {
  const { frame } = slot;
  const outer = slot.outer[slot.outer.length - 1];
  if (
    frame === undefined ||
    outer === undefined ||
    frame.claimant.name !== 'unnamed' ||
    frame.dissenter !== undefined ||
    outer.claimant.name === 'unnamed'
  )
    return slot;
  const heldBy: Frame = {
    ...frame,
    claimant: outer.claimant,
    plural: outer.plural,
    relay: outer.relay,
    rules: [...outer.rules, ...frame.rules],
  };
  return { ...slot, frame: heldBy, outer: slot.outer.slice(0, -1) };
}

const UNNAMED: Claimant = { name: 'unnamed', kind: 'unnamed' };

function speakerOf(frame: Frame | undefined, source: Claimant): Claimant {
  if (frame === undefined) return source;
  return frame.claimant.name === source.name ? source : frame.claimant;
}

/** From the speaker or verb, whichever comes first, to the end of what is said. */
function clauseOf(frame: Frame): Run {
  const ends = frame.content.map((run) => run.to);
  const starts = [...frame.content.map((run) => run.from), ...(frame.cue >= 0 ? [frame.cue] : [])];
  return { from: Math.min(...starts), to: Math.max(...ends, frame.cue + 1) };
}

/** Quoted when the words that carry the claim stand in quotation marks; a word or two in marks quote nothing. */
function speechOf(
  sentence: ReadSentence,
  frame: Frame | undefined,
  hit: PredicateHit | undefined,
  span: Run,
  own: boolean,
  continued: boolean,
): Speech {
  if (own) return 'own-voice';
  if (frame === undefined && continued) return 'quoted';
  if (frame === undefined) return 'own-voice';
  let inside = 0;
  let total = 0;
  for (const run of frame.content)
    for (let i = run.from; i < run.to; i++) {
      if (sentence.words[i]!.pos === 'PUNCT') continue;
      total++;
      if (sentence.quoted[i]) inside++;
    }
  if (hit !== undefined && span.to > span.from) {
    const clause = sentence.quoted.slice(hit.group.from, span.to);
    return sentence.quoted[hit.group.head] || clause.filter(Boolean).length >= 2 ? 'quoted' : 'reported';
  }
  return inside > 0 && total > 0 ? 'quoted' : 'reported';
}
