import { MONTHS, WEEKDAYS } from '../times/date-point.ts';
import type { Word } from '../tokens/word.ts';
import { type Mention, mentionOf } from './mention.ts';
import type { Run } from './phrase.ts';

/** A vessel that the text names, as the text writes it. */
export type VesselName = Run & { readonly text: string };

const KIND =
  /^(vessels?|tankers?|ships?|freighters?|carriers?|trawlers?|bulkers?|barges?|dhows?|yachts?|ferry|ferries|submarines?|containership|coaster)$/;
const PREFIX = /^(MV|M\/V|MT|M\/T|M\/S|FV|F\/V)$/i;
/** Capitalised words that begin no name of a vessel. */
const NO_NAME =
  /^(The|This|These|That|A|An|In|On|At|IMO|MMSI|Article|Paragraph|Resolution|Annex|Figure|Table|Security|Committee|Council|Panel|Group|Order|Act|Chapter|Section)$/;

/**
 * Names of vessels in a sentence: after "M/T" or a noun of vessels ("the tanker Serdar", "the vessel, the Chon Ma San"), after
 * "-flagged", before an IMO number, before such a noun ("the Scarlet Ray oil tanker"), and those that the text gave before.
 */
export function findVessels(
  text: string,
  words: readonly Word[],
  mentions: readonly Mention[],
  known: ReadonlySet<string>,
): VesselName[] {
  const found: VesselName[] = [];
  for (let i = 0; i < words.length; i++) {
    const run = vesselAt(text, words, mentions, known, i);
    if (run === undefined) continue;
    found.push({ ...run, text: text.slice(words[run.from]!.start, words[run.to - 1]!.end) });
    i = run.to - 1;
  }
  return found;
}

function vesselAt(
  text: string,
  words: readonly Word[],
  mentions: readonly Mention[],
  known: ReadonlySet<string>,
  at: number,
): Run | undefined {
  const word = words[at]!;
  const prefix = PREFIX.test(word.text)
    ? 1
    : words[at + 1]?.text === '/' && PREFIX.test(`${word.text}/${words[at + 2]?.text}`)
      ? 3
      : 0;
  if (prefix > 0) {
    const to = nameEnd(words, at + prefix);
    return to > at + prefix ? { from: at, to } : undefined;
  }
  if (!startsName(words, mentions, at)) return undefined;
  const to = nameEnd(words, at);
  if (to === at) return undefined;
  const run = { from: at, to };
  if (known.has(text.slice(word.start, words[to - 1]!.end))) return run;
  const { lower: before, text: mark } = words[at - 1] ?? { lower: '', text: '' };
  const article = before === 'the' ? 1 : 0;
  const lead = words[at - 1 - article]?.lower ?? '';
  const listed = lead === ',' && article === 1;
  const noun =
    listed && /^[,(]$/.test(words[to]?.text ?? '') && isOwn(mentions, at, to)
      ? (words[at - 3]?.lower ?? '')
      : listed
        ? ''
        : lead;
  if (KIND.test(noun) && !/^\p{Lu}/u.test(mark)) return run;
  if (/^\p{L}+-(flagged|built|owned|registered|operated)$/u.test(before) && !KIND.test(words[to]?.lower ?? ''))
    return run;
  if (words[to]?.text === '(' && words[to + 1]?.text === 'IMO') return run;
  // "the Rye Song Gang 1": two words and a number, where the text speaks of vessels.
  // A name of our lists is no ship's: "the European Union 27".
  const own = isOwn(mentions, at, to);
  const numbered = own && to - at >= 3 && /^\d/.test(words[to - 1]!.text);
  // "the North Korean Rye Song Gang 1": whose it is may stand between.
  const demonym = mentions.find((mention) => mention.to === at && mention.kind === 'demonym');
  const the = before === 'the' || (demonym !== undefined && words[demonym.from - 1]?.lower === 'the');
  if (the && numbered && (known.size > 0 || words.some((other) => KIND.test(other.lower)))) return run;
  // "the Scarlet Ray oil tanker": two words at least, so that no owner or flag is taken for a name.
  const behind = words[to]?.lower === 'oil' || words[to]?.lower === 'cargo' ? words[to + 1] : words[to];
  return before === 'the' && to - at >= 2 && own && /^(tanker|vessel|ship|freighter|bulker)$/.test(behind?.lower ?? '')
    ? run
    : undefined;
}

function isOwn(mentions: readonly Mention[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (mentionOf(mentions, i) !== undefined) return false;
  return true;
}

function startsName(words: readonly Word[], mentions: readonly Mention[], at: number): boolean {
  const word = words[at]!;
  if (WEEKDAYS[word.lower] !== undefined || MONTHS[word.lower] !== undefined) return false;
  if (
    !/^\p{Lu}/u.test(word.text) ||
    (NO_NAME.test(word.text) && !opensName(words, at)) ||
    /-(flagged|built|owned|registered|operated)$/.test(word.lower)
  )
    return false;
  const mention = mentionOf(mentions, at);
  return mention === undefined || mention.kind === 'place' || mention.to < nameEnd(words, at);
}

/** "the tanker An San 1": after a noun of vessels and before a capital the article of English is a Korean name. */
function opensName(words: readonly Word[], at: number): boolean {
  return (
    words[at]!.text === 'An' && KIND.test(words[at - 1]?.text ?? '') && /^\p{Lu}\p{Ll}/u.test(words[at + 1]?.text ?? '')
  );
}

/** Capitalised words and a number after them: "Rye Song Gang 1", "SCF Primorye". */
function nameEnd(words: readonly Word[], from: number): number {
  let to = from;
  while (to < words.length && to - from < 5) {
    const { text } = words[to]!;
    if (/^\p{Lu}[\p{L}'’-]*$/u.test(text) && (!NO_NAME.test(text) || (to === from && opensName(words, to)))) to++;
    else if (
      to > from &&
      /^(\d{1,3}|of)$/.test(text) &&
      (/^\d/.test(text) || /^\p{Lu}/u.test(words[to + 1]?.text ?? ''))
    )
      to++;
    else break;
  }
  return to;
}
