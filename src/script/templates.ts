/**
 * The templates for what WhatsApp lets nobody write freely: handed in for approval, asked after, and used from the
 * moment that they are approved. Until then what they are for waits.
 */
import type { NewTemplate, TemplateKind, TemplateStanding, Values } from '../whatsapp/set-up';
import { connectedProvider } from './asking';
import { parsed, TEMPLATES_PENDING } from './properties';
import type { Services } from './services';
import { writeSettings } from './settings';

/** The settings of each, and what fills the one variable. */
const KINDS: Record<TemplateKind, { name: string; values: string; fill: string }> = {
  notice: { name: 'Notice template', values: 'Notice template values', fill: '{name}' },
  reward: { name: 'Reward template', values: 'Reward template values', fill: '{reward}' },
};

/** Both are in it. */
const LANGUAGE = 'Notice template language';

type Named = Pick<NewTemplate, 'name' | 'language'>;
type Pending = { [Kind in TemplateKind]?: Named };

/**
 * How the templates stand that are in use or wait: one that is approved now is used from now on.
 *
 * @returns null where the provider has none
 * @throws Error with the provider's reason
 */
export function templatesNow(services: Services): TemplateStanding[] | null {
  const { setUp, ask, values } = connectedProvider(services);
  const { templates } = setUp;
  if (!templates) return null;
  const pending = pendingIn(values);
  return (Object.keys(KINDS) as TemplateKind[]).flatMap((kind): TemplateStanding[] => {
    const stateOf = ({ name, language }: Named) =>
      templates.state(ask, values, name, language) ?? { status: '', reason: '' };
    const [waits, used] = [pending[kind], usedIn(values, kind)];
    const state = waits && stateOf(waits);
    const isNew = state?.status === 'approved';
    if (waits && isNew) use(services, kind, waits);
    return [
      ...(waits && state ? [{ kind, ...waits, ...state, used: isNew }] : []),
      ...(used && !isNew ? [{ kind, ...used, ...stateOf(used), used: true }] : []),
    ];
  });
}

/**
 * Hands a template in. One that is in use already stays so until this one is approved.
 *
 * @throws Error with the provider's reason
 */
export function handInTemplate(
  services: Services,
  kind: TemplateKind,
  { language, text, example }: Omit<NewTemplate, 'name'>,
): void {
  const { setUp, ask, values } = connectedProvider(services);
  if (!setUp.templates || !KINDS[kind]) throw new Error(`${setUp.title} has no templates.`);
  // No name is taken twice: one that was deleted may not come again for a month.
  const when = services.formatDate(services.now(), 'Etc/UTC', 'yyyyMMdd_HHmmss');
  const template = { name: `referral_${kind}_${when}`, language, text, example };
  const name = setUp.templates.create(ask, values, template);
  notePending(services, { ...pendingIn(values), [kind]: { name, language } });
}

/** The names of the templates that are not approved yet, rejected ones among them. */
export function pendingTemplates(store: Values): string[] {
  return Object.values(pendingIn(store)).map(({ name }) => name);
}

function use(services: Services, kind: TemplateKind, { name, language }: Named): void {
  const settings = KINDS[kind];
  writeSettings(services, {
    [settings.name]: name,
    [LANGUAGE]: language,
    [settings.values]: settings.fill,
  });
  const { [kind]: _, ...others } = pendingIn(services.properties.getProperties());
  notePending(services, others);
}

function usedIn(values: Values, kind: TemplateKind): Named | null {
  const name = values[KINDS[kind].name]?.trim() ?? '';
  return name ? { name, language: values[LANGUAGE]?.trim() ?? '' } : null;
}

function pendingIn(store: Values): Pending {
  return parsed<Pending>(store[TEMPLATES_PENDING]) ?? {};
}

function notePending({ properties }: Services, pending: Pending): void {
  properties.setProperty(TEMPLATES_PENDING, JSON.stringify(pending));
}
