import { attributionList } from '../lexicon/attribution-list.ts';
import type { Claimant } from '../model/claim.ts';
import { makeClaimant, type Sentence } from '../names/speaker-phrase.ts';
import type { SpeakerContext } from './speaker-context.ts';

/** Documents that a sentence gives to a body, "a U.N. report", "the report of the Panel": "the report" is the body's later. */
export function noteDocuments({ words, mentions }: Sentence, context: SpeakerContext): void {
  words.forEach((word, i) => {
    if (!attributionList('issued-documents').has(word.lower)) return;
    const body = mentions.find(
      (mention) =>
        /^(un-body|intergovernmental|state-organ|ngo)$/.test(mention.kind) &&
        ((mention.to <= i &&
          i - mention.to <= 3 &&
          words.slice(mention.to, i).every(({ pos }) => /^(ADJ|NOUN|PROPN|NUM|PART)$/.test(pos))) ||
          (mention.from > i &&
            /^(by|of|from)$/.test(words[i + 1]?.lower ?? '') &&
            mention.from <= i + 6 &&
            words.slice(i + 2, mention.from).every(({ pos }) => /^(DET|ADJ|NOUN|NUM|ADP)$/.test(pos)))),
    );
    if (body !== undefined)
      context.noteDocument(word.lower, makeClaimant(body.text, body.kind as Claimant['kind'], body.country));
  });
}

/** "report", "study", "letter": a paper that somebody issues. */
export function isDocumentNoun(lower: string): boolean {
  return attributionList('issued-documents').has(lower);
}
