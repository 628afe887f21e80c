import { z } from 'zod';
import {
  buildChallenge,
  buildCorrection,
  buildFinding,
  buildRecommendation,
  buildReply,
  findingDetail,
  findingPage,
} from '../../app/workbench-facade.ts';
import { addJson, type WorkbenchDoor } from './door.ts';
import { filter, idParameter, pageQuery, signed } from './query.ts';

const TAG = 'Findings';
/** What a letter or an assessment may hold at most; the builder says the rest. */
const text = z.string().max(20_000);
const optionalText = text.nullish();
const replaces = z.string().max(40).optional();

export function addFindings(door: WorkbenchDoor): void {
  addJson(
    door,
    {
      method: 'get',
      path: '/findings',
      tag: TAG,
      summary: 'Findings: those that people made, then what the program proposes',
      query: z.object({ status: filter, q: filter, ...pageQuery }),
      answer: z.unknown(),
    },
    async ({ snapshot, query, workbench }) => {
      await workbench.workedOut(snapshot);
      return findingPage(snapshot, query);
    },
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/findings/{id}',
      tag: TAG,
      summary: 'One finding with its claims, paragraphs, replies, challenges and corrections',
      parameters: idParameter,
      answer: z.unknown(),
    },
    ({ snapshot, parameters }) => findingDetail(snapshot, parameters.id, door.now()),
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/findings',
      tag: TAG,
      summary: 'Makes a finding from claims; verdict and status follow by rule',
      body: z.object({
        ...signed,
        title: text,
        claims: z.array(z.string().max(200)).min(1).max(1000),
        regime: z.string().max(200),
        activity: z.record(z.string(), z.unknown()),
        replaces,
      }),
      answer: z.unknown(),
    },
    ({ workbench, body }) => workbench.act(buildFinding(body)),
  );
  addHearings(door);
}

function addHearings(door: WorkbenchDoor): void {
  addJson(
    door,
    {
      method: 'post',
      path: '/findings/{id}/replies',
      tag: TAG,
      summary: 'Records a letter to a party, or what came back on one',
      parameters: idParameter,
      body: z.object({
        ...signed,
        party: text.optional(),
        sent: z.string().optional(),
        deadline: z.string().nullish(),
        received: z.string().nullish(),
        text: optionalText,
        stance: z.string().nullish(),
        replaces,
      }),
      answer: z.unknown(),
    },
    ({ workbench, parameters, body }) => workbench.act(buildReply({ ...body, finding: parameters.id })),
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/findings/{id}/challenges',
      tag: TAG,
      summary: 'Records a challenge, weighed or not yet',
      parameters: idParameter,
      body: z.object({
        ...signed,
        from: text.optional(),
        date: z.string().optional(),
        text: text.optional(),
        assessment: optionalText,
        credibility: z.string().nullish(),
        replaces,
      }),
      answer: z.unknown(),
    },
    ({ workbench, parameters, body }) => workbench.act(buildChallenge({ ...body, finding: parameters.id })),
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/findings/{id}/corrections',
      tag: TAG,
      summary: 'Corrects a finding; the reason is printed',
      parameters: idParameter,
      body: z.object({ ...signed, text }),
      answer: z.unknown(),
    },
    ({ workbench, parameters, body }) => workbench.act(buildCorrection({ ...body, finding: parameters.id })),
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/findings/{id}/recommendations',
      tag: TAG,
      summary: 'Recommends what should be done because of a finding',
      parameters: idParameter,
      body: z.object({ ...signed, text, addressee: text, priority: z.string().nullish() }),
      answer: z.unknown(),
    },
    ({ workbench, parameters, body }) => workbench.act(buildRecommendation({ ...body, finding: parameters.id })),
  );
}
