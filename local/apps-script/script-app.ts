/** ScriptApp: triggers, the web app's address, and what the script may know of itself. */
import { enumeration, guard } from './guard';
import type { Run } from './run';
import type { InstalledTrigger } from './saved-state';
import { newTrigger, TRIGGER, type Trigger, triggerHandle } from './triggers';

class ScriptApp {
  readonly #run: Run;
  readonly AuthMode: object;
  readonly EventType: object;
  readonly TriggerSource: object;
  constructor(run: Run) {
    this.#run = run;
    this.AuthMode = enumeration(run, 'ScriptApp.AuthMode', [
      'NONE',
      'LIMITED',
      'FULL',
      'CUSTOM_FUNCTION',
    ]);
    this.EventType = enumeration(run, 'ScriptApp.EventType', [
      'CLOCK',
      'ON_OPEN',
      'ON_EDIT',
      'ON_CHANGE',
      'ON_FORM_SUBMIT',
    ]);
    this.TriggerSource = enumeration(run, 'ScriptApp.TriggerSource', ['SPREADSHEETS', 'CLOCK']);
  }
  newTrigger(handler: string) {
    return newTrigger(this.#run, String(handler));
  }
  getProjectTriggers(): object[] {
    return this.#list('getProjectTriggers').map((trigger) => triggerHandle(this.#run, trigger));
  }
  deleteTrigger(trigger: Trigger): void {
    const id = trigger[TRIGGER].id;
    this.#run.call('triggers', `deleteTrigger ${trigger[TRIGGER].handler}`, () => {
      const { world } = this.#run;
      world.triggers = world.triggers.filter((entry) => entry.id !== id);
    });
  }
  #list(method: string): InstalledTrigger[] {
    return this.#run.call('triggers', method, () =>
      this.#run.world.triggers.map((trigger) => ({ ...trigger })),
    );
  }
  getService() {
    const { options, quirks } = this.#run.world;
    const told = quirks.webAppUrlTold;
    const getUrl = () => (told ? told(this.#run.record.as) : options.webAppUrl);
    return guard(this.#run, 'Service', { getUrl, isEnabled: () => true });
  }
  getScriptId(): string {
    return this.#run.world.options.scriptId;
  }
  /** A token that no Google service would take. */
  getOAuthToken(): string {
    return 'local-oauth-token';
  }
}

/** The global `ScriptApp` of one execution. */
export function scriptApp(run: Run): object {
  return guard(run, 'ScriptApp', new ScriptApp(run));
}
