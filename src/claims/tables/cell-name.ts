import { memoizedByText } from '../../core/memoized.ts';
import { findMentions, type Mention } from '../names/mention.ts';
import { tokenize } from '../tokens/token.ts';

/** The name of our lists that a text is, and nothing else. A table of thousands of rows names the same few. */
export const wholeName = memoizedByText((text): Mention | undefined => {
  const words = tokenize(text, 0, text.length);
  const [mention] = findMentions(text, words);
  const from = words[0]?.lower === 'the' && mention?.from === 1 ? 1 : 0;
  return mention?.from === from && mention.to === words.length ? mention : undefined;
});
