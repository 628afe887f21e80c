import { nounPhraseAt, type Run } from '../names/phrase.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import { isActor } from './role-actor.ts';
import { isThing } from './role-noun.ts';
import { thingAt } from './role-phrase.ts';

/** Who gets it, and the word from which what they get is told. */
export type Getters = { readonly runs: readonly Run[]; readonly to: number };

/**
 * "gave the rebels 40 rifles", "supplied the militia and its allies with rifles": those right behind a verb of giving get what
 * stands behind them, when that is a thing and they are none.
 */
export function gettersBehind(sentence: ReadSentence, group: VerbGroup): Getters | undefined {
  if (group.passive) return undefined;
  if (/^(supply|provide|furnish)$/.test(group.lemma)) return beforeWith(sentence, group.to);
  if (ARMS.test(group.lemma)) return armed(sentence, group.to);
  return /^(give|send|sell|hand|donate)$/.test(group.lemma) ? beforeThing(sentence, group) : undefined;
}

/** Verbs whose object is who gets the arms, told or not. */
export const ARMS = /^(arm|rearm)$/;

/** "arming the rebels", "armed the rebels with drones": who is armed gets what is told behind "with", if it is told. */
function armed(sentence: ReadSentence, at: number): Getters | undefined {
  const phrase = thingAt(sentence, at);
  if (phrase === undefined) return undefined;
  return beforeWith(sentence, at) ?? { runs: [phrase], to: phrase.to };
}

function beforeWith(sentence: ReadSentence, at: number): Getters | undefined {
  const { words } = sentence;
  const runs: Run[] = [];
  for (let i = at; ; ) {
    const phrase = thingAt(sentence, i);
    if (phrase === undefined || isThing(words[phrase.to - 1]!.lower)) return undefined;
    // "provided help with the radars" gives nobody anything.
    if (!isActor(sentence, phrase) && !/^(DET|PROPN)$/.test(words[phrase.from]!.pos)) return undefined;
    runs.push(phrase);
    i = phrase.to;
    if (words[i]?.lower === 'with') return { runs, to: i };
    while (/^(,|and|or)$/.test(words[i]?.lower ?? '')) i++;
    if (i === phrase.to) return undefined;
  }
}

function beforeThing(sentence: ReadSentence, group: VerbGroup): Getters | undefined {
  const { words } = sentence;
  const whole = nounPhraseAt(words, group.to);
  if (whole === undefined) return undefined;
  for (let to = whole.from + 1; to <= whole.to; to++) {
    const head = words[to - 1]!;
    const run = { from: whole.from, to };
    if (!/^(NOUN|PROPN)$/.test(head.pos) || isThing(head.lower) || !isActor(sentence, run)) continue;
    const thing = nounPhraseAt(words, to);
    if (thing === undefined || !isThing(words[thing.to - 1]!.lower) || words[thing.to]?.lower === 'to') continue;
    // "gave rebels rifles", "gave the army 40 rifles": "sent army trucks" names one thing.
    const apart = /^(NUM|DET)$/.test(words[to]!.pos) || /[^s]s$/.test(head.lower);
    const given = /^(give|hand)$/.test(group.lemma) && words[whole.from]!.pos === 'DET';
    if (apart || given) return { runs: [run], to };
  }
  return undefined;
}
