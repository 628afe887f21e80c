import type { Question } from '../../screening/question.ts';

/** A question as command line and server take it: one value of each kind. */
export type AskedName = {
  readonly name: string;
  readonly schema?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly country?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly imoNumber?: string | undefined;
};

export function questionOf({ name, schema, birthDate, country, idNumber, imoNumber }: AskedName): Question {
  return {
    names: name === '' ? [] : [name],
    ...(schema === undefined ? {} : { schema }),
    ...(birthDate === undefined ? {} : { birthDates: [birthDate] }),
    ...(country === undefined ? {} : { countries: [country] }),
    ...(idNumber === undefined ? {} : { numbers: [idNumber] }),
    ...(imoNumber === undefined ? {} : { imoNumbers: [imoNumber] }),
  };
}
