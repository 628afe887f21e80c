/** A syllable of pinyin, with or without a beginning; `v` and `yu` stand for ü as well. */
const SYLLABLE =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|uai|iao|ian|uan|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|er|a|o|e|i|u|v)$/;
export const LONGEST_SYLLABLE = 6;

/** Whether a word in lower case can be one syllable of pinyin. */
export function isPinyin(word: string): boolean {
  return SYLLABLE.test(word);
}
