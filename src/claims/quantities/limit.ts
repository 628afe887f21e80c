import type { Quantity } from '../model/quantity.ts';

const LIMIT = '(?:cap|limit|ceiling|quota|threshold|maximum|allowance)';
/** "the annual cap of 500,000 barrels", "a ceiling set at 500,000 barrels". */
const BEFORE = new RegExp(
  `\\b${LIMIT}(?:\\s+(?:set|fixed|placed|was|is|stands|stood|being))?\\s+(?:of|at)\\s+(?:\\p{L}+\\s+){0,2}$`,
  'iu',
);
/** "the 500,000-barrel cap", "500,000 barrels, the limit of the resolution". */
const BEHIND = new RegExp(`^[,\\s]*(?:(?:a|per)\\s+year\\s+|annual\\s+|yearly\\s+)?(?:the\\s+)?${LIMIT}\\b`, 'iu');

/** Whether a figure is how much is allowed: "more than the cap of 500,000 barrels" alleges no 500,000 barrels. */
export function isLimit({ raw }: Quantity, quote: string): boolean {
  const at = quote.indexOf(raw);
  if (at < 0) return false;
  const number = raw.search(/\d/);
  const before = quote.slice(0, at + Math.max(0, number));
  return BEFORE.test(before) || BEHIND.test(quote.slice(at + raw.length));
}
