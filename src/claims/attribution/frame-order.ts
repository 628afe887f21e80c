import type { Frame } from '../syntax/parsed-sentence.ts';

/** "X told Y that …, a spokeswoman confirmed": what X said ends where the one who passes it on is named. */
export function clippedAtSpeaker(frames: readonly Frame[]): Frame[] {
  const ends = frames
    .filter((frame) => frame.rules[0]!.startsWith('attribution:postposed') && frame.speaker !== undefined)
    .map((frame) => frame.speaker!.from);
  const behind = frames
    .filter((frame) => frame.lemma === 'according to' && frame.content[0]!.to <= frame.cue)
    .map((frame) => frame.cue + 1);
  ends.push(...behind);
  return frames.map((frame) => {
    const run = frame.content[0]!;
    const end = ends.find((at) => run.from < at && run.to > at && frame.cue < at && frame.cue >= 0);
    return end === undefined ? frame : { ...frame, content: [{ from: run.from, to: Math.max(run.from, end - 1) }] };
  });
}

/** "Odom said that Washington had asked": the request is told by Odom; a newsroom that reports one only passes it on. */
export function withoutTold(frames: readonly Frame[]): Frame[] {
  return frames.filter((frame) => {
    if (frame.basis !== 'calls-for' && frame.basis !== 'intends') return true;
    const run = frame.content[0]!;
    return !frames.some(
      (outer) =>
        outer !== frame &&
        outer.claimant.name !== frame.claimant.name &&
        outer.claimant.kind !== 'newsroom' &&
        outer.claimant.name !== 'unnamed' &&
        outer.content.some((other) => other.from <= frame.cue && frame.cue < other.to && other.to >= run.to),
    );
  });
}

/** "the Times reported, citing officials": the officials say it, the newspaper passes it on. */
export function withCited(frames: readonly Frame[]): Frame[] {
  const cited = frames.find((frame) => frame.lemma === 'citing');
  const reporting = frames.find(
    (frame) =>
      frame !== cited &&
      frame.cue >= 0 &&
      frame.basis !== 'calls-for' &&
      frame.basis !== 'intends' &&
      cited !== undefined &&
      (cited.cue === 0 || frame.cue < cited.cue || (frame.speaker !== undefined && frame.speaker.to <= cited.cue)),
  );
  if (cited === undefined || reporting === undefined) return [...frames];
  return frames
    .filter((frame) => frame !== cited)
    .map((frame) =>
      frame === reporting
        ? {
            ...frame,
            claimant: cited.claimant,
            plural: cited.plural,
            ...(cited.speaker === undefined ? {} : { speaker: cited.speaker }),
            relay: [...frame.relay, frame.claimant],
            rules: [...frame.rules, ...cited.rules],
          }
        : frame,
    );
}

/** "is believed to have smuggled N, according to a document": the document holds the belief. */
export function withBelief(frames: readonly Frame[]): Frame[] {
  const given = frames.find((frame) => frame.lemma === 'according to');
  if (given === undefined) return [...frames];
  const run = given.content[0]!;
  const belief = frames.find(
    (frame) =>
      frame !== given &&
      frame.claimant.name === 'unnamed' &&
      frame.rules[0]!.startsWith('attribution:passive') &&
      frame.content[0]!.from >= run.from &&
      frame.cue < run.to,
  );
  if (belief === undefined) return [...frames];
  return frames
    .filter((frame) => frame !== belief)
    .map((frame) =>
      frame === given ? { ...given, basis: belief.basis, rules: [...given.rules, ...belief.rules] } : frame,
    );
}

/** "Washington: … , officials said": the city before the colon is where the story was filed. */
export function withoutDateline(frames: readonly Frame[]): Frame[] {
  // "New York: A, the envoy said": whoever is named behind says it, and the label is where.
  const said = frames.some((frame) => frame.lemma !== ':' && frame.content[0]!.from === 0 && frame.cue > 0);
  return said ? frames.filter((frame) => frame.lemma !== ':') : [...frames];
}
