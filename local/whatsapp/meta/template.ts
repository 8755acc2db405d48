/** The account's message templates: how they are used in a send, and how the API lists them. */
import type { MetaBusiness } from './business';
import { GraphError } from './errors';
import type { MetaTemplate, OutgoingMessage } from './outgoing';
import type { Param } from './param';

/** What the variable at the end of a link button is added to. */
const LINK = 'https://wa.me/';

/**
 * Reads `template` and checks it against the template that it names.
 *
 * @throws GraphError 132001 when there is no such approved template in that language, 132000 and
 * 131008 when the parameters are not those that it takes
 */
export function readTemplate(use: Param, templates: readonly MetaTemplate[]): OutgoingMessage {
  const name = use.string('name', 512);
  const language = use.object('language', ['code', 'policy']).string('code', 10);
  const template = findTemplate(templates, name, language);
  const components = use.has('components')
    ? use.list('components', 'components', 0, 20, ['type', 'sub_type', 'index', 'parameters'])
    : [];
  let body: string[] = [];
  let suffix: string | undefined;
  for (const component of components) {
    const type = component.oneOf('type', ['body', 'button', 'header']);
    if (type === 'header') throw new GraphError(132012, `header: this template has none`);
    const texts = readTexts(component);
    if (type === 'body') body = texts;
    else suffix = readUrlSuffix(component, texts, template);
  }
  checkCount(body, template);
  if (template.urlButton && suffix === undefined) {
    throw new GraphError(131008, 'Button at index 0 of type Url requires a parameter');
  }
  const link = suffix === undefined ? {} : { link: { title: 'Open', url: `${LINK}${suffix}` } };
  return { bubble: { kind: 'template', text: fill(template, body), ...link }, template };
}

/** One template as `GET /{waba}/message_templates` shows it. */
export function templateEntry(template: MetaTemplate, index: number) {
  return {
    name: template.name,
    parameter_format: 'POSITIONAL',
    components: [
      { type: 'BODY', text: bodyText(template) },
      ...(template.urlButton
        ? [
            {
              type: 'BUTTONS',
              buttons: [{ type: 'URL', text: 'Open', url: `${LINK}{{1}}` }],
            },
          ]
        : []),
    ],
    language: template.language,
    status: template.status,
    category: template.category ?? 'MARKETING',
    ...(template.rejectedReason && { rejected_reason: template.rejectedReason }),
    id: templateId(index),
  };
}

/** Somebody at Meta has looked at what was handed in long enough ago. */
export function reviewTemplates({ templates, approvesAfter, now }: MetaBusiness): void {
  if (approvesAfter === undefined) return;
  for (const template of templates) {
    const waits = template.status === 'PENDING' && template.since !== undefined;
    if (waits && now() - (template.since ?? 0) >= approvesAfter) template.status = 'APPROVED';
  }
}

/** The id of the account's nth template. */
export function templateId(index: number): string {
  return String(594425479261596 + index);
}

function findTemplate(templates: readonly MetaTemplate[], name: string, language: string) {
  const template = templates.find((one) => one.name === name && one.language === language);
  if (template?.status === 'PAUSED') throw new GraphError(132015);
  if (template?.status === 'DISABLED') throw new GraphError(132016);
  if (template?.status !== 'APPROVED') {
    throw new GraphError(132001, `template name (${name}) does not exist in ${language}`);
  }
  return template;
}

function readTexts(component: Param): string[] {
  const parameters = component.list('parameters', 'parameters', 0, 50, ['type', 'text']);
  return parameters.map((parameter) => {
    parameter.oneOf('type', ['text']);
    const text = parameter.string('text', 32768);
    if (/[\n\t]| {5}/.test(text)) {
      throw new GraphError(
        132018,
        `Param text cannot have new-line/tab characters or more than 4 consecutive spaces (${parameter.at('text')})`,
      );
    }
    return text;
  });
}

function readUrlSuffix(component: Param, texts: string[], template: MetaTemplate): string {
  component.oneOf('sub_type', ['url']);
  const index = component.string('index', 2);
  if (!template.urlButton || index !== '0' || texts.length !== 1) {
    throw new GraphError(132012, `button: index ${index} takes no such parameter`);
  }
  const suffix = texts[0] ?? '';
  if (suffix.length > 2000) throw new GraphError(132005, 'button: the URL is over 2000 characters');
  return suffix;
}

function checkCount(body: string[], template: MetaTemplate): void {
  if (body.length === template.bodyParameters) return;
  throw new GraphError(
    132000,
    `body: number of localizable_params (${body.length}) does not match the expected number of params (${template.bodyParameters})`,
  );
}

function bodyText({ name, body, bodyParameters }: MetaTemplate): string {
  const places = Array.from({ length: bodyParameters }, (_, index) => `{{${index + 1}}}`);
  return body ?? [name, ...places].join(' · ');
}

function fill(template: MetaTemplate, values: string[]): string {
  const text = bodyText(template).replace(/\{\{(\d+)\}\}/g, (_, place) => {
    return values[Number(place) - 1] ?? '';
  });
  if (text.length > 1024) throw new GraphError(132005, 'body: over 1024 characters when filled in');
  return text;
}
