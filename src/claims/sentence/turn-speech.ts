import type { Claimant } from '../model/claim.ts';
import type { Draft } from './draft.ts';

/** What stands in a transcript under a speaker's name are that speaker's words. */
export function spokenInTurn(draft: Draft, voice: Claimant): Draft {
  if (draft.claimant !== voice)
    return draft.relay.some((entry) => entry.name === voice.name) || draft.claimant.name === voice.name
      ? draft
      : { ...draft, relay: [...draft.relay, voice] };
  return { ...draft, speech: 'quoted' };
}
