import { z } from '@hono/zod-openapi';
import type { Problem } from '../../../app/workbench-facade.ts';

export const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    place: z.string().exactOptional(),
  })
  .openapi('Problem') satisfies z.ZodType<Problem>;
