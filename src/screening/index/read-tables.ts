import { koreanWord } from '../script/korean-organisation.ts';
import { latinSpellings, markedLatinSpellings, surnames } from '../script/korean-spelling.ts';
import { commonNames, companyForms, companyWords, nameWords, nicknames, numberWords } from '../words/vocabulary.ts';

/**
 * Reads the tables by which names in Latin letters are taken apart. Each is read when it is first needed; this is for one who
 * will need them and has the time now.
 */
export function readTables(): void {
  for (const table of [nameWords, companyForms, numberWords, companyWords, commonNames, nicknames]) table();
  for (const table of [surnames, latinSpellings, markedLatinSpellings]) table();
  koreanWord('muyok');
}
