import { HttpError } from '../request.ts';
import { addEndpoint, type ScreeningApi } from '../screening-api.ts';
import { algorithmsShape } from '../shapes.ts';

const NAME = 'standing-panel';

const FEATURES = {
  name_and_facts: {
    description:
      'The similarity of the names across scripts and spellings, lowered by facts that contradict and raised by numbers that identify.',
    coefficient: 1,
    url: null,
  },
  rank_support: {
    description: 'Unbounded: what speaks for the subject in name and facts; orders results of one score.',
    coefficient: 0,
    url: null,
  },
};

/** The one scorer there is. A request for another is refused: its scores would not be those that were asked for. */
export function checkAlgorithm(name: string): string {
  const clean = name.toLowerCase().trim();
  if (clean !== 'best' && clean !== NAME) throw new HttpError(400, `Invalid algorithm: ${name}`);
  return NAME;
}

export function addAlgorithms(api: ScreeningApi): void {
  addEndpoint(
    api,
    {
      method: 'get',
      path: '/algorithms',
      summary: 'Scoring algorithms',
      tag: 'System information',
      answer: algorithmsShape,
    },
    (c) => {
      const description =
        'Names in any script by their sounds and readings, numbers as identity, and facts that support or contradict.';
      const docs = { name: NAME, description, config: {}, features: FEATURES };
      return c.json({
        algorithms: [{ name: NAME, description, features: FEATURES, docs }],
        default: NAME,
        best: NAME,
      });
    },
  );
}
