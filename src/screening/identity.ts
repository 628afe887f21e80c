import { type Entity, valuesOf } from '../entities/entity.ts';
import { judgeFacts, VETO } from './facts.ts';
import { plainNumber } from './index/screening-index.ts';
import { cleanQuestion, type Question } from './question.ts';

/** What is told of somebody beside the name, to be held against an entry of that name. */
export type TellingFacts = Required<Pick<Question, 'imoNumbers' | 'numbers' | 'birthDates'>>;

/** What telling facts say of whether an entry of the name is meant. */
export type IdentityBearing = {
  /** Whether a hull number or date of birth is another's: then the name alone is the same. */
  readonly excluded: boolean;
  /** In words, what agrees and what differs; empty where nothing is told that the entry has too. */
  readonly reasons: readonly string[];
};

/** What the lists call the documents of persons, of which one may have several: another number alone excludes nobody. */
const PASSPORTS = ['passportNumber', 'idNumber'] as const;

/** Holds what is told beside a name against an entry: a name alone says nothing of numbers and dates that both sides have. */
export function identityBearing(entity: Entity, { imoNumbers, numbers, birthDates }: TellingFacts): IdentityBearing {
  const facts = judgeFacts(entity, cleanQuestion({ names: [], imoNumbers, birthDates }));
  const hulls = entity.schema === 'Vessel' ? valuesOf(entity, 'imoNumber') : [];
  const sameHulls = imoNumbers.filter((imo) => hulls.includes(imo));
  const listed = entity.schema === 'Person' ? valuesOf(entity, ...PASSPORTS) : [];
  const same = numbers.filter((number) => listed.some((one) => plainNumber(one) === plainNumber(number)));
  const otherPapers = listed.length > 0 && numbers.length > 0 && same.length === 0;
  const agrees = sameHulls.length + same.length > 0;
  return {
    excluded: !agrees && facts.some(({ cap }) => cap !== undefined && cap <= VETO),
    reasons: [
      ...sameHulls.map((imo) => `the IMO number ${imo} is the same`),
      ...same.map((number) => `the number ${number} is the same`),
      ...facts.map(({ reason }) => reason),
      ...(otherPapers ? [`another number: ${numbers.join(', ')}, listed ${listed.join(', ')}`] : []),
    ],
  };
}
