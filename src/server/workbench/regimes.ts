import { regimeEndpoints } from '../../app/workbench-contract.ts';
import {
  assessmentOf,
  bodiesView,
  regimeList,
  regimeView,
  regimeVocabulary,
  scenarioList,
  scenarioView,
} from '../../app/workbench-facade.ts';
import { addCall, addRead, type WorkbenchDoor } from './door.ts';

export function addRegimes(door: WorkbenchDoor): void {
  const today = (): string => door.now().toISOString().slice(0, 10);
  const { list, view, vocabulary, assess, scenarios, scenario, bodies } = regimeEndpoints;
  addRead(door, list, () => regimeList());
  addRead(door, view, ({ parameters, query }) => regimeView(parameters.id, query.asOf ?? today(), today()));
  addRead(door, vocabulary, ({ parameters }) => regimeVocabulary(parameters.id));
  addCall(door, assess, ({ parameters, body }) => assessmentOf(parameters.id, body));
  addRead(door, scenarios, ({ parameters }) => scenarioList(parameters.id));
  addRead(door, scenario, ({ parameters, query }) =>
    scenarioView(parameters.id, parameters.name, query.asOf ?? today()),
  );
  addRead(door, bodies, ({ query }) => bodiesView(query.asOf ?? today()));
}
