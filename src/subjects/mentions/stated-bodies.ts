import type { Span } from '../../documents/text/text-layer.ts';
import { type NameCandidate, WEIGHT } from './candidate.ts';
import { spellsAll } from './short-forms.ts';

/** Bodies that a text itself says are one, by words or a short form right behind the name; the recogniser misses many of them. */

const WORD = String.raw`\p{Lu}[\p{L}’'-]+`;
const LINK = '(?: (?:of|for|and|on|in|&)(?: the)?)?';
const NAME = `${WORD}(?:${LINK} ${WORD}){1,6}`;

const APPOSITION = new RegExp(
  String.raw`(${NAME}), (?:an?|the) (?:[\p{L}-]+ ){0,3}(?:company|firm|bank|agency|broker|insurer|charity|newspaper|institute|consultancy|contractor|manufacturer|trader|forwarder|bureau|fund)(?![\p{L}])`,
  'gu',
);
const SHORT = new RegExp(
  String.raw`(${NAME}),? \((?:the |hereafter |hereinafter |or )?["“]?(\p{Lu}{2,8})["”]?\)`,
  'gu',
);

/** Names in a sentence that are followed by a noun of bodies, or by a short form of their initials. */
export function namesByApposition(text: string, { start, end }: Span): readonly NameCandidate[] {
  const own = text.slice(start, end);
  const found: NameCandidate[] = [];
  const add = (at: number, name: string): void => {
    const from = start + at + (/^(?:The|An?|In|On|At|By|For|From) /.exec(name)?.[0].length ?? 0);
    const to = start + at + name.length;
    if (/\s/.test(text.slice(from, to)))
      found.push({ start: from, end: to, sign: 'cue', kind: 'organisation', weight: WEIGHT.cue, firm: true });
  };
  for (const { index, 1: name = '' } of own.matchAll(APPOSITION)) add(index, name);
  for (const { index, 1: run = '', 2: short = '' } of own.matchAll(SHORT)) {
    // Of the words before the bracket those whose initials it has: "Ingrid Haugland for Kestrel Maritime Intelligence (KMI)".
    const starts = [...run.matchAll(/(?<![\p{L}'’-])\p{Lu}/gu)].map((match) => match.index);
    const at = starts.findLast((from) => spellsAll(short, run.slice(from)));
    if (at !== undefined) add(index + at, run.slice(at));
  }
  return found;
}
