import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { wordsOfThings } from './event-words.ts';

const PORT = /^(port|harbour|harbor|terminal|berth|anchorage|jetty|dock|pier|quay)$/;

export const SHIPS =
  /^(ship|vessel|tanker|freighter|carrier|boat|barge|dhow|trawler|bulker|coaster|lighter|submarine|ferry)$/;

/** "called at Nampo", "tankers arrived at a terminal", "came into harbour", "tied up at Khokha": a ship in a port. */
export function isPortCall(sentence: ParsedSentence, clause: Clause): boolean {
  const { words, mentions } = sentence;
  const place = clause.obliques.filter(({ preposition }) => /^(at|in|into|to|off)$/.test(preposition));
  const entered =
    /^(visit|enter|reach|leave)$/.test(clause.lemma) && clause.object !== undefined ? [clause.object.head] : [];
  const at = [...place.map(({ head }) => head), ...entered];
  if (at.length === 0 || clause.passive) return false;
  const atPort = at.some((head) => wordsOfThings(sentence, head).some((word) => PORT.test(word)));
  const isPlace = (head: number) =>
    mentions.some(({ kind, from, to }) => kind === 'place' && head >= from && head < to) ||
    // "tied up at Khokha": a name of which the gazetteer knows nothing.
    (words[head]!.pos === 'PROPN' && place.some((one) => one.preposition === 'at' && one.head === head));
  const named = at.some(isPlace);
  const ship =
    clause.subject !== undefined &&
    (SHIPS.test(singularOf(words[clause.subject.head]!.lower)) ||
      sentence.vessels.some(({ from, to }) => clause.subject!.head >= from && clause.subject!.head < to));
  if (clause.lemma === 'call') return atPort || named || ship;
  if (
    /^(dock|berth|moor|anchor|tie-up|put-in|put|pull-in|sail|arrive|visit|enter|return|come|reach|steam|head)$/.test(
      clause.lemma,
    )
  ) {
    if (/^(dock|berth|moor|anchor)$/.test(clause.lemma)) return false;
    return ship && (atPort || (named && /^(tie-up|put-in|put|arrive|visit|enter|pull-in)$/.test(clause.lemma)));
  }
  return false;
}
