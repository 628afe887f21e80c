import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Claim, ClaimRow } from '../../../../src/app/workbench/contract/claim.ts';
import { DefinitionList } from '../../parts/definition-list.tsx';
import { MonoId } from '../../parts/mono-id.tsx';
import {
  FACTUALITY_WORDS,
  KIND_WORDS,
  locatorWords,
  MODALITY_WORDS,
  POLARITY_WORDS,
  PREDICATE_WORDS,
  SPEECH_WORDS,
  timeWords,
} from '../claim-words.ts';
import { FORM_ROLES } from '../form/claim-form-model.ts';
import { QuantityList } from './quantity-list.tsx';

type Row = readonly [string, ReactNode];

/** Everything that a claim says, field by field, in the order in which a reader asks. */
export function ClaimFacts({ row }: { readonly row: ClaimRow }) {
  return (
    <DefinitionList
      rows={
        [
          ['Claimant', <Party key="claimant" party={row.claimant} />],
          ['Relayed by', row.relay.length === 0 ? null : <Relays relay={row.relay} />],
          ['Polarity', POLARITY_WORDS[row.polarity]],
          ['Modality', modalityWords(row)],
          ['Predicate', PREDICATE_WORDS[row.predicate]],
          ...FORM_ROLES.map((role): Row => [roleWords(role), (row.roles[role] ?? []).join('; ')]),
          ['When', <Time key="when" when={row.when} />],
          ['Where', row.where.join('; ')],
          ['Quantities', row.quantities.length === 0 ? null : <QuantityList claim={row} />],
          ['Dissent', (row.dissent ?? []).length === 0 ? null : <Dissent dissent={row.dissent ?? []} />],
          ['Passage', <Passage key="passage" row={row} />],
          [
            'Subjects',
            <Link key="subjects" to="/subjects" search={{ claim: row.id }}>
              Who and what it names
            </Link>,
          ],
          ['Rules', <span key="rules">{row.rules.join(' · ')}</span>],
          ['Identifier', <MonoId key="id" id={row.id} length={24} />],
        ].filter(([name]) => name !== 'When' || timeWords(row.when) !== null) as readonly Row[]
      }
    />
  );
}

function modalityWords({ modality, factuality, speech }: ClaimRow): string {
  const stated = factuality === undefined ? [] : [FACTUALITY_WORDS[factuality]];
  return [MODALITY_WORDS[modality], ...stated, SPEECH_WORDS[speech]].join(', ');
}

export function roleWords(role: string): string {
  return role.slice(0, 1).toUpperCase() + role.slice(1);
}

export function Party({ party: { name, kind, country } }: { readonly party: Claim['claimant'] }) {
  return (
    <>
      {name}{' '}
      <span className="muted">
        {KIND_WORDS[kind]}
        {country === undefined ? null : `, ${country}`}
      </span>
    </>
  );
}

function Relays({ relay }: Pick<Claim, 'relay'>) {
  return (
    <ol className="plain">
      {relay.map((party) => (
        <li key={party.name}>
          <Party party={party} />
        </li>
      ))}
    </ol>
  );
}

function Time({ when }: Pick<Claim, 'when'>) {
  const words = timeWords(when);
  return (
    <>
      {words}
      {when.raw === null || when.raw === words ? null : (
        <>
          {' '}
          <q className="muted">{when.raw}</q>
        </>
      )}
    </>
  );
}

function Dissent({ dissent }: { readonly dissent: NonNullable<Claim['dissent']> }) {
  return (
    <ul className="plain">
      {dissent.map(({ claimant, quote }) => (
        <li key={claimant.name + quote}>
          {claimant.name}: <q>{quote}</q>
        </li>
      ))}
    </ul>
  );
}

function Passage({ row }: { readonly row: ClaimRow }) {
  const place = locatorWords(row);
  return (
    <>
      {place === null ? null : `${place}, `}
      characters {row.start} to {row.end} of{' '}
      <Link to="/documents/$id" params={{ id: row.document }} search={{ claim: row.id }}>
        {row.title}
      </Link>
      {row.published === null ? null : `, ${row.published}`}
    </>
  );
}
