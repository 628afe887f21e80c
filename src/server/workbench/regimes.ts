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
import { addCall, addRead, type WorkbenchApi } from './api.ts';

export function addRegimes(api: WorkbenchApi): void {
  const today = (): string => api.now().toISOString().slice(0, 10);
  const { list, view, vocabulary, assess, scenarios, scenario, bodies } = regimeEndpoints;
  addRead(api, list, () => regimeList());
  addRead(api, view, ({ parameters, query }) => regimeView(parameters.id, query.asOf ?? today(), today()));
  addRead(api, vocabulary, ({ parameters }) => regimeVocabulary(parameters.id));
  addCall(api, assess, ({ parameters, body }) => assessmentOf(parameters.id, body));
  addRead(api, scenarios, ({ parameters }) => scenarioList(parameters.id));
  addRead(api, scenario, ({ parameters, query }) =>
    scenarioView(parameters.id, parameters.name, query.asOf ?? today()),
  );
  addRead(api, bodies, ({ query }) => bodiesView(query.asOf ?? today()));
}
