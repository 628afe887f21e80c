import { Assembly } from '../ais/assembly.ts';
import { AisBits } from '../ais/bits.ts';
import { decode } from '../ais/message.ts';
import { type AisSentence, readSentence } from '../ais/sentence.ts';
import type { IdentityTable } from '../identity/identity.ts';
import { emptyReport, type ReportSink, type SkipReason } from '../positions/report.ts';
import { readLines } from './byte-lines.ts';

/**
 * Reads NMEA 0183 sentences. A message of several sentences counts as of the line on which it became whole. Reports without a
 * time (no TAG block, no logger's time) are given with none: their order in the file is all that is known.
 */
export function readNmea(path: string, file: number, identities: IdentityTable, sink: ReportSink): void {
  const skip = (reason: SkipReason, row: number): void => sink.skip(reason, file, row);
  const assembly = new Assembly((row) => skip('part-missing', row));
  const bits = new AisBits();
  const report = emptyReport();
  report.file = file;
  const sentence: AisSentence = {
    parts: 0,
    part: 0,
    key: '',
    payloadStart: 0,
    payloadEnd: 0,
    fill: 0,
    time: Number.NaN,
  };
  const decodeNow = (row: number, time: number): void => {
    report.row = row;
    report.time = time;
    const outcome = decode(bits, report, identities, (one) => sink.report(one));
    if (outcome !== 'read') skip(outcome, row);
  };
  readLines(
    path,
    (buffer, start, end, row) => {
      if (start === end || buffer[start] === HASH) return;
      const fault = readSentence(buffer, start, end, sentence);
      if (fault !== undefined) return skip(fault, row);
      const { parts, part, payloadStart, payloadEnd, fill, time } = sentence;
      bits.clear();
      if (parts === 1) {
        if (!bits.add(buffer, payloadStart, payloadEnd, fill)) return skip('bad-payload', row);
        return decodeNow(row, time);
      }
      const payload = Buffer.from(buffer.subarray(payloadStart, payloadEnd));
      const whole = assembly.add(sentence.key, { parts, part, payload, fill, time }, row);
      if (whole === undefined) return;
      const last = whole.payloads.length - 1;
      const fits = whole.payloads.every((bytes, at) => bits.add(bytes, 0, bytes.length, at === last ? whole.fill : 0));
      if (!fits) return skip('bad-payload', row);
      decodeNow(row, whole.time);
    },
    (row) => skip('line-too-long', row),
  );
  assembly.end();
}

const HASH = 35;
