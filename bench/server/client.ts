import { Agent, request } from 'node:http';

export type Measured = {
  readonly answers: number;
  readonly seconds: number;
  readonly errors: readonly string[];
  /** Milliseconds, in order. */
  readonly times: Float64Array;
};

/** So many clients, each with a connection of its own, ask one question after the other as fast as they are answered. */
export async function load(
  address: string,
  questions: readonly string[],
  { clients, seconds, token }: { clients: number; seconds: number; token: string },
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  const errors: string[] = [];
  const begun = performance.now();
  const until = begun + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let at = client; performance.now() < until; at++) {
        // Steps of 7 through the questions: the clients are never all at the same one.
        const question = questions[(at * 7 + client) % questions.length] as string;
        const asked = performance.now();
        try {
          const status = await ask(`${address}${question}`, agent, token);
          if (status !== 200) errors.push(`${status} ${question}`);
        } catch (error) {
          errors.push(`${(error as Error).message} ${question}`);
        }
        times.push(performance.now() - asked);
      }
    }),
  );
  agent.destroy();
  return {
    answers: times.length,
    seconds: (performance.now() - begun) / 1000,
    errors,
    times: Float64Array.from(times).sort(),
  };
}

export function quantile({ times }: Pick<Measured, 'times'>, share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}

function ask(address: string, agent: Agent, token: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      response.on('error', reject);
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.resume();
    });
    asked.on('error', reject);
    asked.end();
  });
}
