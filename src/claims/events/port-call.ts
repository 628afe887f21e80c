import { nounPhraseAt } from '../names/phrase.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';

type PortCall = { readonly predicate: 'called-at'; readonly rule: string };

/** "called at Nampo 40 times", "tankers arriving at an oil terminal": a ship in a port, told by a verb of wide meaning. */
export function portCall(sentence: ReadSentence, index: number): PortCall | undefined {
  const { words, mentions } = sentence;
  const group = sentence.groups[index]!;
  if (isPortVisit(sentence, index)) return { predicate: 'called-at', rule: `${group.lemma}-port` };
  if (group.lemma !== 'call' || !/^(at|in)$/.test(words[group.to]?.lower ?? '') || group.passive) return undefined;
  const near = words.slice(group.to, group.to + 7);
  return near.some(({ lower }) => /^(ports?|harbou?r|terminal|times)$/.test(lower)) ||
    mentions.some((mention) => mention.kind === 'place' && mention.from === group.to + 1)
    ? { predicate: 'called-at', rule: 'call-at' }
    : undefined;
}

/** "tankers arriving at an oil terminal", "the ship visited the port": a ship before the verb, where it calls behind it. */
function isPortVisit(sentence: ReadSentence, index: number): boolean {
  const { words, groups, vessels } = sentence;
  const group = groups[index]!;
  if (!/^(arrive|visit|enter|return)$/.test(group.lemma) || group.passive) return false;
  const at = /^(at|in|to)$/.test(words[group.to]?.lower ?? '')
    ? group.to + 1
    : group.lemma === 'visit' || group.lemma === 'enter'
      ? group.to
      : -1;
  const place = at < 0 ? undefined : nounPhraseAt(words, at);
  if (place === undefined || !words.slice(place.from, place.to).some(({ lower }) => PORT.test(lower))) return false;
  const from = groups[index - 1]?.to ?? 0;
  const before = words.slice(from, group.from);
  return (
    before.some(({ lower }) => SHIPS.test(lower)) ||
    vessels.some((vessel) => vessel.from >= from && vessel.to <= group.from)
  );
}

const PORT = /^(ports?|harbou?rs?|terminals?|berths?|anchorages?)$/;
const SHIPS = /^(ships?|vessels?|tankers?|freighters?|carriers?|boats?|barges?|dhows?|trawlers?|bulkers?)$/;
