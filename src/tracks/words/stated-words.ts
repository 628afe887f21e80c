import type { ShownCall, StatedCall } from '../detection/statements/stated-call.ts';
import type { ShownMeeting } from '../detection/statements/stated-meeting.ts';
import { shipWords, timeWords } from './event-words.ts';

type Shown = Pick<ShownCall, 'from' | 'to' | 'nearest'>;

/** How a track stands to a call that is stated, in a sentence: what she sent of herself, which may be false. */
export function callWords(shown: ShownCall, { port }: Pick<StatedCall, 'port'>): string {
  const { outcome, vessel, nearest } = shown;
  const ship = shipWords(vessel);
  switch (outcome) {
    case 'fits':
      return `It fits: the positions sent by ${ship} show a stay at ${port.name}${span(shown)}.`;
    case 'unclear':
      return `It is unclear: the positions sent by ${ship} come within ${miles(nearest?.miles)} of ${port.name}, and no stay there is shown.`;
    case 'silent':
      return `Silent then: no position of ${ship} was received${span(shown)}, long enough to reach ${port.name} and to come back at her own speed. The track says nothing for it or against it.`;
    case 'not-held':
      return `The files hold too few positions of ${ship} in those days to say.`;
    case 'does-not-fit':
      return `It does not fit: positions sent by ${ship} were received${span(shown)} without a silence in which she could have reached ${port.name}${apart(shown)}.`;
  }
}

/** How two tracks stand to a meeting that is stated, in sentences: what the ships sent of themselves, which may be false. */
export function meetingWords(shown: ShownMeeting): string {
  const [one, other] = shown.vessels.map(shipWords);
  const ships = `${one} and ${other}`;
  switch (shown.outcome) {
    case 'fits':
      return `It fits as to ships and days: the positions sent by ${ships} show them beside each other${span(shown)}. They do not show what was done there, and where it is said to have been was not compared.`;
    case 'unclear':
      return `It is unclear: the positions sent by ${ships} come within ${miles(shown.nearest?.miles)} of each other${shown.nearest === null ? '' : `, on ${timeWords(shown.nearest.time)}`}, and no meeting is shown.`;
    case 'silent':
      return `Silent then: ${ships} were not both received${span(shown)}, long enough to meet and to part again at their own speeds. The tracks say nothing for it or against it.`;
    case 'not-held':
      return `The files hold too few positions of ${ships} in those days to say.`;
    case 'does-not-fit':
      return `It does not fit: positions sent by ${ships} were received${span(shown)} without a silence in which they could have met${apart(shown)}.`;
  }
}

function span({ from, to }: Shown): string {
  return from === null || to === null ? '' : ` from ${timeWords(from)} to ${timeWords(to)}`;
}

function apart({ nearest }: Shown): string {
  return nearest === null ? '' : `; the nearest was ${miles(nearest.miles)} off, on ${timeWords(nearest.time)}`;
}

function miles(of: number | undefined): string {
  return of === undefined ? 'some miles' : `${of} nautical ${of === 1 ? 'mile' : 'miles'}`;
}
