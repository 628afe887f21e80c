import type { TextLayer } from '../../documents/text/text-layer.ts';
import type { Claim } from '../model/claim.ts';
import { claimIdOf } from '../model/claim-id.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import type { Paragraph } from '../tokens/paragraph.ts';
import type { Draft } from './draft.ts';
import { clauseSpan, LONGEST_QUOTE, passageOf } from './passage.ts';

/** The claim that a draft makes, with its passage in the text and its identity. */
export function claimOf(
  layer: TextLayer,
  draft: Draft,
  span: { start: number; end: number },
  sentence: ParsedSentence,
  paragraph: Paragraph,
): Claim {
  const { text, document } = layer;
  const own = draft.until === undefined ? span : { ...span, end: sentence.words[draft.until - 1]!.end };
  const place =
    (draft.apart === true ? clauseSpan(draft, sentence) : undefined) ?? passageOf(text, own, sentence, draft);
  const quote = text.slice(place.start, place.end);
  const { anchor: _, clause: __, apart: ___, needs: ____, until: _____, dissent, ...fields } = draft;
  const outside = draft.quantities.filter(({ raw }) => !quote.includes(raw));
  const locator = {
    ...(paragraph.page === null ? {} : { page: paragraph.page }),
    ...(paragraph.paragraph === null ? {} : { paragraph: paragraph.paragraph }),
  };
  const claim = {
    document,
    ...place,
    quote,
    ...fields,
    quantities: draft.quantities.filter((quantity) => !outside.includes(quantity)),
    status: 'proposed' as const,
    // A figure outside the words that can be quoted is named, never dropped in silence.
    rules: [...draft.rules, ...outside.map(({ raw }) => `outside-quotation:${raw}`)],
    ...(dissent === undefined
      ? {}
      : {
          dissent: dissent.map((entry) => ({ claimant: entry.claimant, quote: entry.quote.slice(0, LONGEST_QUOTE) })),
        }),
    ...(Object.keys(locator).length === 0 ? {} : { locator }),
  };
  return { id: claimIdOf(claim), ...claim };
}
