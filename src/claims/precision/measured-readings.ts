import { z } from 'zod';
import { resourceYaml } from '../../core/prepared-yaml.ts';
import { once } from '../lexicon/vocabulary.ts';
import { ClaimsError } from '../model/claims-error.ts';
import { MEASURED_PARTS, type MeasuredPart } from './reading.ts';

/** The file of measured readings, as a resource. */
export const READINGS_FILE = 'claims/precision/readings.yaml';

const familySchema = z
  .strictObject({
    part: z.enum(MEASURED_PARTS),
    what: z.string().min(1),
    readings: z.array(z.string().min(1)).min(1),
    cases: z.number().int().min(0),
    right: z.number().int().min(0),
  })
  .refine(({ cases, right }) => right <= cases, 'more are right than there are');

const schema = z.strictObject({
  set: z.string().min(1),
  least: z.number().gt(0).lt(1),
  z: z.number().gt(0),
  families: z.array(familySchema),
});

/** Ways of reading that are measured as one, with how many cases there were and how many were right. */
export type ReadingFamily = Readonly<z.infer<typeof familySchema>>;
export type MeasuredReadings = Readonly<z.infer<typeof schema>>;

/** The measured readings that ship with the program. @throws ClaimsError `invalid-vocabulary` */
export const measuredReadings: () => MeasuredReadings = once(() => {
  const parsed = schema.safeParse(resourceYaml(READINGS_FILE));
  if (parsed.success) return parsed.data;
  throw new ClaimsError('invalid-vocabulary', z.prettifyError(parsed.error), { place: READINGS_FILE });
});

/**
 * The lower end of what the share of right ones may be after so many cases (Wilson, 1927), so that three right of three prove
 * little: with one side at 80 percent it takes 23 cases without a fault to reach 0.97.
 */
export function lowerBound({ right, cases }: Pick<ReadingFamily, 'right' | 'cases'>, z: number): number {
  if (cases === 0) return 0;
  const share = right / cases;
  const spread = z * Math.sqrt((share * (1 - share)) / cases + (z / (2 * cases)) ** 2);
  return (share + z ** 2 / (2 * cases) - spread) / (1 + z ** 2 / cases);
}

/** Whether what is read in this way was right often enough to be called explicit; what was never measured was not. */
export function isProven(part: MeasuredPart, reading: string): boolean {
  return proven().has(`${part}:${reading}`);
}

const proven = once((): ReadonlySet<string> => {
  const { families, least, z } = measuredReadings();
  return new Set(
    families
      .filter((family) => lowerBound(family, z) >= least)
      .flatMap(({ part, readings }) => readings.map((reading) => `${part}:${reading}`)),
  );
});
