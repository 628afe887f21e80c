import { join } from 'node:path';
import { deepFreeze } from '../core/json.ts';
import { RegimeError } from './errors.ts';
import { regimesFolder } from './load.ts';
import { type RegisterFile, registerFile } from './register-file.ts';
import { readYamlFile } from './yaml-file.ts';

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

export type RegisterAnswer = {
  readonly asOf: string;
  /** Bodies with a mandate on the day. */
  readonly bodies: readonly BodyRow[];
  /** Those of them whose mandate ends, the nearest first. */
  readonly nextExpiries: readonly BodyRow[];
};

/** Every body with a mandate on a day, in all regimes, and which mandate ends next. */
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
  return { asOf: date, bodies, nextExpiries: ending.toSorted((a, b) => ((a.to ?? '') < (b.to ?? '') ? -1 : 1)) };
}
