import { nounList } from '../lexicon/vocabulary.ts';
import { mentionOf } from '../names/mention.ts';
import type { Run } from '../names/phrase.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import { isDeed, isThing } from './role-noun.ts';
import { listOf } from './role-phrase.ts';

/** Lists of nouns for those who can act: people, bodies and States. */
const WHO = ['actor', 'official', 'organ', 'state', 'company', 'ngo', 'un', 'newsroom'] as const;

/** Whether a phrase names somebody who can act: a State, a body, a person or a noun of people. */
export function isActor(sentence: ReadSentence, run: Run): boolean {
  const { words, mentions } = sentence;
  const head = words[run.to - 1];
  if (head === undefined || run.to <= run.from) return false;
  const mention = mentionOf(mentions, run.to - 1);
  if (mention !== undefined && mention.from >= run.from) return mention.kind !== 'place';
  const noun = singularOf(head.text);
  if (WHO.some((list) => nounList(list).has(noun) || nounList(list).has(head.lower))) return true;
  // "Prices rose": the capital of a first word says nothing.
  if (run.to === 1 && /[^s]s$/.test(head.lower)) return false;
  return head.pos === 'PROPN' && /^\p{Lu}/u.test(head.text) && !isThing(head.lower) && !isDeed(head.lower);
}

/**
 * Who does it when the words before the verb name a means or a deed: "a missile hit", "Moscow's veto halts", "violence by the
 * rebels killed". A means is an instrument; of a deed its doer is told, when the phrase tells one.
 */
export function doersOf(sentence: ReadSentence, run: Run, phrase: Run): { agents: string[]; means: string[] } {
  const { words } = sentence;
  const head = words[phrase.to - 1]!;
  const name = listOf(sentence, phrase);
  if (nounList('means').has(singularOf(head.text))) return { agents: [], means: name };
  if (!isDeed(head.lower)) return { agents: name, means: [] };
  for (let i = phrase.from; i < phrase.to; i++)
    if (/^'s?$/.test(words[i]!.text) && i > phrase.from)
      return { agents: listOf(sentence, { from: phrase.from, to: i }), means: [] };
  const by = words.findIndex((word, i) => i >= phrase.to && i < run.to && word.lower === 'by');
  return { agents: by < 0 ? [] : listOf(sentence, { from: by + 1, to: run.to }), means: [] };
}
