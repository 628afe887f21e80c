import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import type { Word } from '../tokens/word.ts';

/** "struck a deal", "hit by sanctions", "shot down", "passed away", "ended up": the verb means something else. */
export function isIdiom({ words }: ReadSentence, group: VerbGroup): boolean {
  const next = words[group.to]?.lower ?? '';
  const near = words.slice(group.to, group.to + (group.lemma === 'strike' ? 8 : 4)).map((word) => word.lower);
  switch (group.lemma) {
    case 'strike':
    case 'hit':
      return (
        // "struck off the register", but "struck off the coast".
        (next === 'off' && words[group.to + 2]?.lower !== 'coast') ||
        near.some((lower) =>
          /^(deal|deals|agreement|balance|chord|tone|record|records|sanctions|high|low|pose|market|headlines|pact|road|back|register|registry|books|list)$/.test(
            lower,
          ),
        ) ||
        (group.passive && near.some((lower) => /^(sanctions|inflation)$/.test(lower)))
      );
    case 'fire':
      return (
        next === 'back' ||
        (group.passive &&
          words
            .slice(Math.max(0, group.from - 3), group.from)
            .some((word) => /^(minister|official|chief|he|she|workers|director)$/.test(word.lower)))
      );
    case 'pass':
      return /^(through|on|along|by|over|from|to|away)$/.test(next);
    case 'target':
      return near.some((lower) => /^(sanctions|growth|exports)$/.test(lower));
    case 'provide':
    case 'give':
    case 'send':
    case 'receive':
    case 'obtain':
      return /^(photograph|information|evidence|data|detail|statement|estimate|list|report|copy|document|answer|reply|response|briefing|account|explanation|image|update|letter|figure|credential|notice|permission|assurance|request|message)s?$/.test(
        firstNoun(words, group.to),
      );
    case 'seize':
    case 'grab':
      return near.some((lower) => /^(power|control|upon|chance|opportunity|moment)$/.test(lower));
    case 'end':
      return next === 'up' || next === 'in';
    case 'constitute':
      return near.some((lower) => /^(violations?|breach(es)?|threats?|crimes?)$/.test(lower));
    case 'list':
      return /^(as|on|in|among)$/.test(next) && !group.passive;
    case 'found':
      return words[group.head]!.lower === 'found';
    case 'get':
      return next === 'to' || group.passive;
    case 'hack':
      return false;
    case 'raid':
    case 'shell':
      return words[group.head]!.lower === 'shell';
    default:
      return false;
  }
}

/** The head of the first noun phrase behind a verb: "photographs" in "photographs of workers". */
function firstNoun(words: readonly Word[], at: number): string {
  for (let i = at; i < Math.min(words.length, at + 8); i++)
    if (words[i]!.pos === 'NOUN' && words[i + 1]?.pos !== 'NOUN') return words[i]!.lower;
  return '';
}
