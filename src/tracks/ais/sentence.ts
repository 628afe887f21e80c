/** One AIVDM sentence of a line, with what its TAG block and its logger say. Places are those of the line's bytes. */
export type AisSentence = {
  /** Sentences of the message, and which this is, from 1. */
  parts: number;
  part: number;
  /** What the parts of one message share: sequence number and radio channel. */
  key: string;
  payloadStart: number;
  payloadEnd: number;
  fill: number;
  /** Seconds since 1970, NaN where the line has no time. */
  time: number;
};

export type SentenceFault = 'not-a-sentence' | 'bad-checksum' | 'bad-payload';

const BACKSLASH = 92;
const BANG = 33;
const STAR = 42;
const COMMA = 44;

/**
 * Reads a line as an AIVDM sentence (IEC 61162-1; AIVDO and other talkers too), before it a TAG block (IEC 61162-450), after
 * it what loggers add. A TAG block with a wrong checksum is not believed.
 */
export function readSentence(
  buffer: Buffer,
  start: number,
  end: number,
  sentence: AisSentence,
): SentenceFault | undefined {
  let at = start;
  sentence.time = Number.NaN;
  if (buffer[at] === BACKSLASH) {
    const close = buffer.indexOf(BACKSLASH, at + 1);
    if (close < 0 || close >= end) return 'not-a-sentence';
    const tag = readTagBlock(buffer, at + 1, close);
    if (tag === undefined) return 'bad-checksum';
    sentence.time = tag;
    at = close + 1;
  }
  if (buffer[at] !== BANG) {
    // Loggers write the time before the sentence; what else stands there is not read.
    at = buffer.indexOf(BANG, at);
    if (at < 0 || at >= end) return 'not-a-sentence';
  }
  if (end - at < 14 || buffer[at + 3] !== 86 || buffer[at + 4] !== 68) return 'not-a-sentence';
  const kind = buffer[at + 5];
  if ((kind !== 77 && kind !== 79) || buffer[at + 6] !== COMMA) return 'not-a-sentence';
  const star = buffer.indexOf(STAR, at);
  if (star < 0 || star + 3 > end) return 'bad-checksum';
  if (checksum(buffer, at + 1, star) !== hex(buffer, star + 1)) return 'bad-checksum';
  const fields = fieldEnds(buffer, at + 7, star);
  if (fields === undefined) return 'not-a-sentence';
  const [parts, part, sequence, channel, payload] = fields;
  sentence.parts = smallNumber(buffer, at + 7, parts);
  sentence.part = smallNumber(buffer, parts + 1, part);
  sentence.key = `${sentence.parts} ${buffer.toString('latin1', part + 1, sequence)} ${buffer.toString('latin1', sequence + 1, channel)}`;
  sentence.payloadStart = channel + 1;
  sentence.payloadEnd = payload;
  sentence.fill = smallNumber(buffer, payload + 1, star);
  if (!(sentence.parts >= 1 && sentence.part >= 1 && sentence.part <= sentence.parts)) return 'not-a-sentence';
  if (payload <= channel + 1 || !(sentence.fill >= 0 && sentence.fill <= 5)) return 'bad-payload';
  if (Number.isNaN(sentence.time) && star + 3 < end)
    sentence.time = loggedTime(buffer.toString('latin1', star + 3, end));
  return undefined;
}

/** The time of a TAG block, NaN where it has none; undefined when its checksum is wrong. */
function readTagBlock(buffer: Buffer, start: number, end: number): number | undefined {
  const star = buffer.lastIndexOf(STAR, end);
  if (star <= start || star + 3 !== end || checksum(buffer, start, star) !== hex(buffer, star + 1)) return undefined;
  const time = /(?:^|,)c:(\d{9,13})(?:,|$)/.exec(buffer.toString('latin1', start, star))?.[1];
  if (time === undefined) return Number.NaN;
  // Receivers write seconds or milliseconds.
  return time.length > 11 ? Math.floor(Number(time) / 1000) : Number(time);
}

/** The first number of the size of a time that a logger (the U.S. Coast Guard's form) adds after the checksum. */
function loggedTime(text: string): number {
  const time = /,(\d{9,10})(?:\.\d+)?(?=,|\s*$)/.exec(text)?.[1];
  return time === undefined ? Number.NaN : Number(time);
}

/** Where the first five fields end. */
function fieldEnds(buffer: Buffer, start: number, end: number): [number, number, number, number, number] | undefined {
  const ends: number[] = [];
  let at = start;
  for (let field = 0; field < 5; field++) {
    at = buffer.indexOf(COMMA, at);
    if (at < 0 || at >= end) return undefined;
    ends.push(at);
    at++;
  }
  return ends as [number, number, number, number, number];
}

function checksum(buffer: Buffer, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at++) sum ^= buffer[at]!;
  return sum;
}

function hex(buffer: Buffer, at: number): number {
  const text = buffer.toString('latin1', at, at + 2);
  return /^[0-9A-Fa-f]{2}$/.test(text) ? Number.parseInt(text, 16) : -1;
}

function smallNumber(buffer: Buffer, start: number, end: number): number {
  return end - start === 1 ? buffer[start]! - 48 : Number.NaN;
}
