import type { ExportedRecord } from '../model/exported.ts';
import { nameUuid } from '../names.ts';
import { stixIdentities } from './identities.ts';
import { aboutNote, claimNotes, opinions } from './notes.ts';
import { findingObjects } from './reports.ts';
import type { StixObject } from './stix-object.ts';

/**
 * The record as one bundle of STIX 2.1: claimants and sources as identities, claims as notes with their passage as an external
 * reference, grades as opinions, findings that a person made or accepted as reports. Quantities, time and place have no
 * property there: they stand in the words of the note.
 */
export function stixBundle(record: ExportedRecord): object {
  const identities = stixIdentities(record);
  const notes = claimNotes(record, identities);
  const objects: readonly StixObject[] = [
    ...identities.objects,
    ...notes,
    ...opinions(record, identities),
    ...findingObjects(record, identities),
    aboutNote(record, identities),
  ];
  return { type: 'bundle', id: `bundle--${nameUuid(JSON.stringify(objects))}`, objects };
}
