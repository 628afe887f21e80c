import type { Word } from './word.ts';

/** Lemma of a verb with its particle: "set up", "carried out", "called for", "called at". */
export function lemmaOf(words: readonly Word[], head: number): string {
  const lemma = words[head]!.lemma;
  const next = words[head + 1]?.lower ?? '';
  if (lemma === 'call' && next === 'for') return 'call-for';
  if ((lemma === 'call' && next === 'on') || (lemma === 'call' && next === 'upon')) return 'call-for';
  if (lemma === 'go' && next === 'on') return 'go-on';
  if (lemma === 'speak' && next === 'of') return 'speak-of';
  if (lemma === 'point' && next === 'out') return 'point-out';
  if (/^(shot|shoots?|shooting)$/.test(words[head]!.lower) && (next === 'down' || words[head + 2]?.lower === 'down'))
    return 'shoot-down';
  if (lemma === 'set' && next === 'up') return 'set-up';
  if (lemma === 'carry' && next === 'out') return 'carry-out';
  if (lemma === 'push' && next === 'back' && /^(on|against|at)$/.test(words[head + 2]?.lower ?? '')) return 'push-back';
  if (lemma === 'insist' && next === 'on') return 'insist';
  if (lemma === 'lift' && next === 'off') return 'lift-off';
  return IRREGULAR_LEMMAS[lemma] ?? lemma;
}

/** Forms that the lemmatiser leaves as they are. */
const IRREGULAR_LEMMAS: Readonly<Record<string, string>> = {
  vetoed: 'veto',
  vetoes: 'veto',
  vetoing: 'veto',
  said: 'say',
  says: 'say',
  shot: 'shoot',
  stole: 'steal',
  stolen: 'steal',
  sent: 'send',
  sold: 'sell',
  told: 'tell',
  struck: 'strike',
  hid: 'hide',
  gave: 'give',
  given: 'give',
  bought: 'buy',
  fired: 'fire',
  docked: 'dock',
  hacked: 'hack',
  'test-fired': 'test-fire',
  transshipped: 'transship',
  paid: 'pay',
  found: 'find',
  abstained: 'abstain',
  adopted: 'adopt',
  identified: 'identify',
  denied: 'deny',
  denies: 'deny',
  put: 'put',
  founded: 'found',
  thought: 'think',
  felt: 'feel',
  wrote: 'write',
  written: 'write',
  got: 'get',
  vowed: 'vow',
};
