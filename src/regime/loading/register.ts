import { join } from 'node:path';
import { deepFreeze } from '../../core/json/json.ts';
import { RegimeError } from '../errors.ts';
import { type RegisterFile, registerFile } from '../files/register-file.ts';
import { readYamlFile } from '../files/yaml-file.ts';
import { regimesFolder } from './load.ts';

export type Register = RegisterFile;

/** The register of all regimes of the Council. @throws RegimeError `regime-unreadable`, `regime-invalid` */
export function loadRegister(path: string = join(regimesFolder(), 'register.yaml')): Register {
  const file = readYamlFile(path, registerFile);
  const fault = file.faults[0];
  if (fault) throw new RegimeError('regime-invalid', fault.message, { place: `${fault.file}:${fault.line}` });
  return deepFreeze(file.value as Register);
}

export type BodyRow = {
  readonly regime: string;
  readonly name: string;
  readonly committee: string | null;
  readonly body: string;
  readonly instrument: string;
  readonly from: string | null;
  /** The last day, included; null: without an end. */
  readonly to: string | null;
  readonly evidence: string;
  readonly source: string;
};

/** A term whose last known day is past and of which nothing says that it ended: it may have been renewed since. */
export type UnknownRenewal = {
  readonly regime: string;
  readonly name: string;
  readonly committee: string | null;
  readonly what: 'mandate' | 'measures';
  /** Null for measures. */
  readonly body: string | null;
  readonly instrument: string;
  readonly from: string | null;
  /** The last day that is known. */
  readonly to: string;
  /** "renewal after 2026-05-15 not known to this register" */
  readonly statement: string;
  readonly note: string | null;
  readonly evidence: string;
  readonly source: string;
};

export type RegisterAnswer = {
  readonly asOf: string;
  /** Bodies with a mandate on the day. */
  readonly bodies: readonly BodyRow[];
  /** Those of them whose mandate ends, the nearest first. */
  readonly nextExpiries: readonly BodyRow[];
  /** Terms that may or may not run on the day: to be looked up before anything is said of them. */
  readonly renewalsNotKnown: readonly UnknownRenewal[];
};

type RegisterRegime = Register['regimes'][number];

/** Every body with a mandate on a day, in all regimes, which mandate ends next, and of which terms the renewal is not known. */
export function bodiesOn(register: Register, date: string): RegisterAnswer {
  const bodies = register.regimes.flatMap(({ id, name, committee, mandates }) =>
    mandates
      .filter(
        (mandate) => (mandate.from === null || mandate.from <= date) && (mandate.to === null || date <= mandate.to),
      )
      .map(
        ({ body, instrument, from, to, evidence, source }): BodyRow => ({
          regime: id,
          name,
          committee,
          body,
          instrument,
          from,
          to,
          evidence,
          source,
        }),
      ),
  );
  const ending = bodies.filter((row) => row.to !== null);
  return {
    asOf: date,
    bodies,
    nextExpiries: ending.toSorted((a, b) => ((a.to ?? '') < (b.to ?? '') ? -1 : 1)),
    renewalsNotKnown: register.regimes.flatMap((regime) => unknownRenewals(regime, date)),
  };
}

type Term = RegisterRegime['measures'][number];

/** The last term of the measures that have an end, and the last of each body. */
function unknownRenewals(regime: RegisterRegime, date: string): UnknownRenewal[] {
  const measures = lastOf(regime.measures.filter((row) => row.to !== undefined && row.to !== null));
  const bodies = [...new Set(regime.mandates.map((mandate) => mandate.body))];
  return [
    ...(measures && isOpen(measures, date) ? [unknownRenewal(regime, measures, null)] : []),
    ...bodies.flatMap((body) => {
      const last = lastOf(regime.mandates.filter((mandate) => mandate.body === body));
      return last && isOpen(last, date) ? [unknownRenewal(regime, last, body)] : [];
    }),
  ];
}

function lastOf(terms: readonly Term[]): Term | undefined {
  return terms.reduce<Term | undefined>(
    (last, term) => (last && (last.to ?? '') > (term.to ?? '') ? last : term),
    undefined,
  );
}

function isOpen(term: Term, date: string): boolean {
  return term.ended === undefined && term.to !== undefined && term.to !== null && term.to < date;
}

function unknownRenewal(regime: RegisterRegime, term: Term, body: string | null): UnknownRenewal {
  return {
    regime: regime.id,
    name: regime.name,
    committee: regime.committee,
    what: body === null ? 'measures' : 'mandate',
    body,
    instrument: term.instrument,
    from: term.from,
    to: term.to ?? '',
    statement: `renewal after ${term.to} not known to this register`,
    note: regime.note ?? null,
    evidence: term.evidence,
    source: term.source,
  };
}
