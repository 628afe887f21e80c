import type { Claim } from '../../claims/model/claim.ts';
import type { StatedCall } from '../../tracks/detection/statements/stated-call.ts';

type Days = Pick<StatedCall, 'from' | 'to'>;

/** What may stand right before a day that is stated as the day: nothing else makes it one. */
const ON =
  /(?:^|[\s(])(?:on|in|during|between|from|throughout|over|(?:night|morning|evening|afternoon|day) of)\s+(?:the\s+)?$/iu;
const BEGINS_WITH_ON = /^(?:on|in|during|between|from|throughout|over)\b/iu;
/** "on or about 6 March", "no later than", "probably on", "a week after": about the day, and not on it. */
const ABOUT =
  /\b(?:about|around|circa|ca|approximately|approx|roughly|near(?:ly)?|towards?|or|no|not|by|before|after|until|till|since|later|earlier|prior|following|latest|earliest|possibly|probably|perhaps|maybe|likely|either|whether|presumably|apparently|believed|thought)\b/iu;
/** "in early March": a part of what is read as the time. */
const PART = /\b(?:early|late|mid|middle|beginning|start|end)\b/iu;
/** "or a week later", "at the latest", "or so", "(approximately)". */
const OPEN_BEHIND =
  /^[\s,;(]*(?:or|and\/or|at the (?:latest|earliest)|approximately|approx|give or take|plus|at most|\?|if)(?!\p{L})/iu;

/** The days that a claim states in words which a reader sees, and as the days themselves; null for a day that is only near. */
export function statedDays({
  when: { from, to, raw },
  quote,
  basis,
}: Pick<Claim, 'when' | 'quote' | 'basis'>): Days | null {
  if (from === null || to === null || raw === null || (basis?.when ?? 'open') === 'open') return null;
  const at = quote.indexOf(raw);
  if (at < 0 || quote.includes(raw, at + 1)) return null;
  const before = quote.slice(0, at);
  const near = before.split(/\s+/).filter(Boolean).slice(-3).join(' ');
  const isOn = BEGINS_WITH_ON.test(raw) || ON.test(before) || (before.trim() === '' && at <= 1);
  if (!isOn || ABOUT.test(near) || PART.test(near) || ABOUT.test(raw) || OPEN_BEHIND.test(quote.slice(at + raw.length)))
    return null;
  return { from: Date.parse(`${from}T00:00:00Z`) / 1000, to: Date.parse(`${to}T23:59:59Z`) / 1000 };
}
