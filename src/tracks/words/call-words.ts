import type { ShownCall, StatedCall } from '../detection/stated-call.ts';
import { shipWords, timeWords } from './event-words.ts';

/** How a track stands to a call that is stated, in a sentence: what she sent of herself, which may be false. */
export function callWords(
  { outcome, vessel, from, to, nearest }: ShownCall,
  { port }: Pick<StatedCall, 'port'>,
): string {
  const ship = shipWords(vessel);
  const span = from === null || to === null ? '' : ` from ${timeWords(from)} to ${timeWords(to)}`;
  const near =
    nearest === null ? '' : `; the nearest was ${nearest.miles} nautical miles off, on ${timeWords(nearest.time)}`;
  switch (outcome) {
    case 'fits':
      return `It fits: the positions sent by ${ship} show a stay at ${port.name}${span}.`;
    case 'unclear':
      return `It is unclear: the positions sent by ${ship} come within ${nearest?.miles} nautical miles of ${port.name}, and no stay there is shown.`;
    case 'silent':
      return `Silent then: no position of ${ship} was received${span}, long enough to reach ${port.name} and to come back at her own speed. The track says nothing for it or against it.`;
    case 'not-held':
      return `The files hold too few positions of ${ship} in those days to say.`;
    case 'does-not-fit':
      return `It does not fit: positions sent by ${ship} were received${span} without a silence in which she could have reached ${port.name}${near}.`;
  }
}
