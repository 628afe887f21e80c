import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { answerBatchLine, tallyLine } from '../../regime/answer.ts';
import { assess } from '../../regime/evaluation/assess.ts';
import { questionInWords } from '../../regime/evaluation/question.ts';
import { explainAssessment } from '../../regime/explain.ts';
import type { Activity } from '../../regime/model/activity.ts';
import type { Assessment } from '../../regime/model/assessment.ts';
import { AppError } from '../errors.ts';
import { loadKnownRegime } from '../regimes.ts';

/** One activity held against a regime: the assessment, and its reasoning in lines. @throws AppError `bad-input`, RegimeError */
export async function assessActivity(request: {
  regime: string;
  activity: string;
}): Promise<{ assessment: Assessment; lines: readonly string[] }> {
  const regime = loadKnownRegime(request.regime);
  let activity: unknown;
  try {
    activity = JSON.parse(request.activity);
  } catch (cause) {
    throw new AppError(
      'bad-input',
      'the activity is not JSON, such as {"date":"2018-06-01","act":"supply","goods":{"hs":"2710"},"from":"CN","to":"KP"}',
      { cause },
    );
  }
  const assessment = assess(regime, activity as Activity);
  return { assessment, lines: [questionInWords(regime, activity as Activity), '', ...explainAssessment(assessment)] };
}

/** Activities as JSON lines, each answered in its place; `-` is standard input. @throws AppError `unreadable` */
export async function* assessBatch(request: { regime: string; file: string }): AsyncGenerator<string> {
  const regime = loadKnownRegime(request.regime);
  for await (const line of linesOf(request.file)) yield JSON.stringify(answerBatchLine(regime, line));
}

/** Votes as JSON lines, counted from their ballots; a bad line is answered in its place. @throws AppError `unreadable` */
export async function* countBallotsFile(file: string): AsyncGenerator<string> {
  for await (const line of linesOf(file)) yield JSON.stringify(tallyLine(line));
}

/** The lines of a file that hold something, one at a time, so that a batch of any length takes little memory. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  const failure = new Promise<never>((_, reject) => {
    input.on('error', (cause: Error) =>
      reject(new AppError('unreadable', 'the file cannot be read', { place: file, cause })),
    );
  });
  failure.catch(() => undefined);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  for (;;) {
    const { value, done } = await Promise.race([lines.next(), failure]);
    if (done) break;
    if (value.trim() !== '') yield value.replace(/^\uFEFF/, '');
  }
}
