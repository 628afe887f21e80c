import { z } from '@hono/zod-openapi';
import { shipEndpoints } from '../../app/workbench-contract.ts';
import {
  judgeShipEvents,
  problem,
  shipClaims,
  shipDesk,
  shipEventPage,
  shipPositions,
} from '../../app/workbench-facade.ts';
import { addCall, addRead, type WorkbenchApi } from './api.ts';
import { answerProblem, ProblemAnswer } from './problems.ts';

export function addShips(api: WorkbenchApi): void {
  const { desk, events, positions, claims, map, judge } = shipEndpoints;
  addRead(api, desk, ({ workbench, snapshot, query }) => shipDesk(workbench.held, snapshot, query));
  addRead(api, events, ({ workbench, snapshot, query }) => shipEventPage(workbench.held, snapshot, query));
  addRead(api, positions, ({ workbench, snapshot, query }) => shipPositions(workbench.held, snapshot, query));
  addRead(api, claims, ({ workbench, snapshot }) => shipClaims(workbench.held, snapshot));
  // Whoever starts the program names the map, and no act: it may be another under the same record.
  addCall(api, map, ({ workbench: { tiles } }) => ({
    tiles: tiles === null ? null : { name: tiles.name, size: tiles.size },
  }));
  addTiles(api);
  addCall(api, judge, ({ workbench, body }) => workbench.act(judgeShipEvents(workbench.held, body)));
}

/** More at once is no tile and no part of a directory. */
const MOST_BYTES = 16 * 1024 * 1024;

/** The bytes of the map: only by ranges (RFC 9110, 14.1.2), since it may be larger than memory. */
function addTiles({ app, workbench }: WorkbenchApi): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/ships/map/tiles',
    tags: ['Ships'],
    summary: 'Bytes of the map, by one range from a first to a last: at most 16 MiB at once',
    responses: { 206: { description: 'Part', content: { 'application/octet-stream': { schema: z.string() } } } },
  });
  app.get('/ships/map/tiles', async (c) => {
    const { tiles } = workbench;
    if (tiles === null)
      throw new ProblemAnswer(problem(404, 'no-such-map', 'No map is served: panel serve --tiles FILE.'));
    const [, first = '', last = ''] = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(c.req.header('range') ?? '') ?? [];
    const [from, to] = [Number(first), Math.min(Number(last), tiles.size - 1)];
    if (first === '' || from > to || to - from >= MOST_BYTES) {
      // How large the map is, for whoever asked beyond its end (RFC 9110, 15.5.17).
      c.header('content-range', `bytes */${tiles.size}`);
      return answerProblem(c, problem(416, 'bad-range', 'A map is asked for by one range of at most 16 MiB.', 'range'));
    }
    const bytes = await tiles.read(from, to - from + 1);
    if (bytes.length <= to - from)
      throw new ProblemAnswer(
        problem(
          503,
          'map-cut-short',
          'The file of the map has become shorter: start panel serve again with the whole file.',
        ),
      );
    return c.body(bytes, 206, {
      'content-type': 'application/octet-stream',
      'content-range': `bytes ${from}-${to}/${tiles.size}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });
}
