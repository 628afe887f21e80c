import { z } from 'zod';
import type { Activity } from '../../../../regime/model/activity.ts';
import { type Assessment, VERDICTS } from '../../../../regime/model/assessment.ts';
import { describedAs, list, maybeText, optional, text, texts } from '../shape.ts';

export const evidence = z.enum(['seen', 'recalled']);

/** Who had the mandate to watch on a day. */
export const monitor = z.object({ committee: maybeText, panel: maybeText, outsideUn: texts });

const amount = z.object({ value: text, unit: text });
const periodTotal = amount.extend({ period: text });

/** What was done, when, by and to whom: the question put to a regime (src/regime/model/activity.ts). */
export const activity = z.object({
  date: text,
  act: text,
  goods: optional(
    z
      .object({
        hs: optional(maybeText),
        edition: optional(maybeText),
        name: optional(maybeText),
      })
      .nullable(),
  ),
  from: optional(maybeText),
  to: optional(maybeText),
  origin: optional(maybeText),
  via: optional(texts.nullable()),
  quantity: optional(amount.nullable()),
  periodTotal: optional(z.union([periodTotal, list(periodTotal)]).nullable()),
  contractDate: optional(maybeText),
  parties: optional(texts.nullable()),
  circumstances: optional(texts.nullable()),
}) satisfies z.ZodType<Activity>;

/** An activity as it comes from outside; the regime's rules read it (regime/evaluation/facts.ts). */
export const askedActivity = describedAs(z.looseObject({ date: text, act: text }), activity);

const verdict = z.enum(VERDICTS);

export const assessment = z
  .object({
    verdict,
    grounds: list(
      z.object({
        provision: text,
        effect: verdict,
        since: text,
        text,
        evidence,
        source: optional(text),
        missing: optional(texts),
        practice: optional(texts),
      }),
    ),
    exemptions: list(
      z.object({
        provision: text,
        how: z.enum(['automatic', 'by-notice', 'by-approval']),
        text,
        met: z.boolean(),
        of: texts,
      }),
    ),
    considered: list(z.object({ provision: text, reason: text })),
    monitor,
    missing: optional(texts),
    practice: optional(texts),
  })
  .meta({ id: 'Assessment' }) satisfies z.ZodType<Assessment>;
