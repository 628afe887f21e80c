import { countryCodeOf } from '../core/countries/country-names.ts';
import { readListDate } from '../entities/entity-builder.ts';
import { findImoNumbers } from '../entities/imo.ts';

/** What is asked: an example of the subject. Names, numbers or both; the other facts support or contradict. */
export type Question = {
  readonly id?: string;
  readonly names: readonly string[];
  /** A FollowTheMoney schema; empty when it is not known. */
  readonly schema?: string;
  readonly birthDates?: readonly string[];
  readonly countries?: readonly string[];
  readonly gender?: string;
  /** Numbers of documents, registrations and the like. */
  readonly numbers?: readonly string[];
  readonly imoNumbers?: readonly string[];
};

/** A question after cleaning: dates and countries in their plain forms, IMO numbers taken out of the names. */
export type CleanQuestion = {
  readonly names: readonly string[];
  readonly schema: string;
  readonly birthDates: readonly string[];
  readonly countries: readonly string[];
  readonly gender: string;
  readonly numbers: readonly string[];
  readonly imoNumbers: readonly string[];
};

/** `IMO 8916293` in a name is a question for that number; what is left of the name is asked too. */
export function cleanQuestion(question: Question): CleanQuestion {
  const imoNumbers = new Set<string>();
  const names: string[] = [];
  for (const number of question.imoNumbers ?? []) {
    const digits = number.normalize('NFKC').replace(/\D/g, '');
    if (digits.length === 7) imoNumbers.add(digits);
    else for (const found of findImoNumbers(number)) imoNumbers.add(found);
  }
  for (const name of question.names) {
    const found = findImoNumbers(name);
    for (const number of found) imoNumbers.add(number);
    names.push(found.length === 0 ? name : withoutImo(name));
  }
  for (const number of question.numbers ?? [])
    for (const found of findImoNumbers(/imo/i.test(number) ? number : '')) imoNumbers.add(found);
  return {
    names: names.map((name) => name.trim()).filter((name) => /[\p{L}\p{N}]/u.test(name)),
    schema: question.schema ?? '',
    birthDates: (question.birthDates ?? []).map((date) => readListDate(date)).filter((date) => date !== undefined),
    countries: (question.countries ?? []).map((name) => countryCodeOf(name)).filter((code) => code !== undefined),
    gender: /^m/i.test(question.gender ?? '') ? 'male' : /^(f|w)/i.test(question.gender ?? '') ? 'female' : '',
    numbers: (question.numbers ?? []).filter((number) => number.trim() !== ''),
    imoNumbers: [...imoNumbers],
  };
}

function withoutImo(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[([,;-]?\s*\bI\.?\s?M\.?\s?O\.?\b[^\d]{0,24}?\d[\d .-]{5,9}\d\s*[)\]]?/gi, ' ')
    .replace(/\bIMO\d{7}\b/gi, ' ')
    .replace(/[([]?(?<!\d)\d{7}(?!\d)[)\]]?/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:(/-]+$/, '');
}
