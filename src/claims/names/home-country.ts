import type { TextLayer } from '../../documents/text/text-layer.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Claimant } from '../model/claim.ts';
import type { Paragraph } from '../tokens/paragraph.ts';
import { tokenize } from '../tokens/token.ts';
import { findMentions } from './mention.ts';
import type { PersonName } from './person-name.ts';
import type { Run } from './phrase.ts';
import type { Sentence } from './speaker-phrase.ts';

/**
 * The State whose ministers and organs a text means when it gives none: that of an organ which publishes it, else the one
 * its first dateline lies in. The weakest ground there is for a country: anything the text says itself goes before it.
 */
export function homeOf(layer: TextLayer, paragraphs: readonly Paragraph[], source: Claimant): string | undefined {
  if (source.kind === 'state' || source.kind === 'state-organ') return source.country;
  const dated = paragraphs.find((paragraph) => paragraph.body > paragraph.start);
  if (dated === undefined) return undefined;
  const line = layer.text.slice(dated.start, dated.body);
  const place = (/^\(([^)]*)\)/.exec(line)?.[1] ?? line.replace(/[,(].*$/s, '')).trim();
  const written = place
    .toLowerCase()
    .replace(/(^|[\s'-])(\p{L})/gu, (_, lead: string, letter: string) => lead + letter.toUpperCase());
  for (const name of [written, place]) {
    const found = findMentions(name, tokenize(name, 0, name.length)).filter(({ country }) => country !== '');
    // "MOSCOW/DUBAI": a text of two States is at home in neither.
    if (place.includes('/') && new Set(found.map(({ country }) => country)).size !== 1) return undefined;
    if (found[0] !== undefined) return found[0].country;
  }
  return undefined;
}

const STATE_OFFICE =
  /^(minister|president|premier|ambassador|envoy|governor|mayor|secretary|undersecretary|prosecutor|attorney|general|commander|admiral|lieutenant|chancellor|senator|lawmaker|spokes(person|man|woman)|vice-president|vice-minister|marshal|colonel)$/;

/**
 * The home State for an office of a State with nothing beside the name that says whom its holder serves otherwise. A sentence
 * that names the home State elsewhere speaks of it as somebody else does.
 */
export function officeAtHome(
  sentence: Sentence,
  spans: readonly Run[],
  name: PersonName | undefined,
  home: string | undefined,
): string | undefined {
  const { words, mentions } = sentence;
  if (home === undefined || mentions.some(({ country }) => country === home)) return undefined;
  let office = false;
  for (const span of spans)
    for (let i = span.from; i < span.to; i++) {
      if (name !== undefined && i >= name.from && i < name.to) continue;
      const { lower, text, pos } = words[i]!;
      if (mentions.some((mention) => i >= mention.from && i < mention.to)) return undefined;
      const known = nounList('titles').has(lower) || nounList('portfolio').has(lower);
      // "the movement's spokesman": whose office it is is reported.
      if (text === "'s") return undefined;
      if (STATE_OFFICE.test(lower)) office = true;
      else if (
        /^(of|for|at|from|in|to|its|their)$/.test(lower) &&
        !nounList('portfolio').has(words[i + 1]?.lower ?? '')
      )
        return undefined;
      else if (/^\p{Lu}/u.test(text) && i > 0 && pos !== 'DET' && !known) return undefined;
    }
  return office ? home : undefined;
}
