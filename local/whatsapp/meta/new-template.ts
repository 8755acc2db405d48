/** `POST /{waba}/message_templates`: a template is handed in, and waits for somebody at Meta to look at it. */
import type { MetaBusiness } from './business';
import { GraphError } from './errors';
import type { MetaTemplate } from './outgoing';
import type { Param } from './param';
import { templateId } from './template';

/** Some of the languages that Meta knows: those without a country, and a few with one. */
const LANGUAGES =
  /^(ar|bn|bg|ca|cs|da|nl|en|en_GB|en_US|et|fil|fi|fr|de|el|he|hi|hu|id|it|ja|ko|lv|lt|ms|nb|fa|pl|pt_BR|pt_PT|ro|ru|sr|sk|sl|es|es_AR|es_ES|es_MX|sv|ta|te|th|tr|uk|ur|vi|zh_CN|zh_HK|zh_TW)$/;

const VARIABLE = /\{\{([^{}]*)\}\}/g;

/**
 * Keeps a template, pending.
 *
 * @throws GraphError 100 as Meta words it, with the sentence that is meant for people
 */
export function createTemplate(body: Param, business: MetaBusiness) {
  const name = body.string('name', 512);
  if (!/^[a-z0-9_]+$/.test(name)) {
    const only = 'Message template name can only have lowercase letters and underscores.';
    throw refused(2388019, 'Invalid template name', only);
  }
  const language = body.string('language', 10);
  if (!LANGUAGES.test(language)) throw new GraphError(100, `Param language: ${language} is none.`);
  const category = body.oneOf('category', ['MARKETING', 'UTILITY', 'AUTHENTICATION']);
  const { text, variables } = readComponents(body);
  if (business.templates.some((one) => one.name === name && one.language === language)) {
    const say = 'There is already content for this template in this language.';
    throw refused(2388024, 'Content in This Language Already Exists', say);
  }
  const template: MetaTemplate = {
    name,
    language,
    status: 'PENDING',
    category: category as NonNullable<MetaTemplate['category']>,
    bodyParameters: variables,
    body: text,
    since: business.now(),
  };
  business.templates.push(template);
  return { id: templateId(business.templates.length - 1), status: 'PENDING', category };
}

/** The body, and how many variables it has. Other components are not part of the local WhatsApp. */
function readComponents(body: Param): { text: string; variables: number } {
  const components = body.list('components', 'components', 1, 4, ['type', 'text', 'example']);
  const [component, other] = components;
  if (!component || other) throw new GraphError(100, 'Give one component: others are not local.');
  component.oneOf('type', ['BODY']);
  const text = component.string('text', 1024);
  const names = [...text.matchAll(VARIABLE)].map(([, name = '']) => name);
  if (names.some((name, index) => name !== String(index + 1))) {
    const say = 'The variables have to be numbers in their order, beginning with {{1}}.';
    throw refused(2388065, 'Variable format error', say);
  }
  if (/^\s*\{\{|\}\}\s*$/.test(text)) {
    const say = 'Variables can’t be at the start or end of the template.';
    throw refused(2388299, 'Leading or trailing params are not allowed', say);
  }
  const words = text.replace(VARIABLE, '').split(/\s+/).filter(Boolean).length;
  if (words < names.length * 2 + 1) {
    const say = 'This template has too many variables for its length.';
    throw refused(2388293, 'Parameters words ratio exceeds limit', say);
  }
  checkExample(component, names.length);
  return { text, variables: names.length };
}

function checkExample(component: Param, count: number): void {
  if (!count) return;
  const missing = refused(
    2388043,
    "Message template 'components' param is missing expected field(s)",
    'component of type BODY is missing expected field(s) (example)',
  );
  if (!component.has('example')) throw missing;
  const [values, more] = component.object('example', ['body_text']).strings('body_text');
  if (more || values?.length !== count || values.some((value) => !value.trim())) throw missing;
}

function refused(subcode: number, title: string, message: string): GraphError {
  return new GraphError(100, undefined, { subcode, user: { title, message } });
}
