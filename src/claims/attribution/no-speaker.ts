import type { Claimant } from '../model/claim.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const TIME = new RegExp(
  `^(?:the )?(?:(?:early|late|mid|end of) ?-?)?(?:(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH}(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? \\d{4})|\\d{4}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$`,
  'iu',
);

/** Whether what was found as a speaker is a day, a month or a year: "its note of December 2023, which said that …". */
export function isTimeAlone({ name, kind }: Pick<Claimant, 'name' | 'kind'>): boolean {
  return kind === 'unnamed' && TIME.test(name);
}
