/** Reads the message of a send request as strictly as Meta, into what will stand on the phone. */
import { GraphError } from './errors';
import type { MetaTemplate, OutgoingMessage } from './outgoing';
import { type Param, unique } from './param';
import { readTemplate } from './template';

/** Message types that Meta knows and the stand-in does not play. */
const NOT_PLAYED = ['audio', 'contacts', 'document', 'image', 'location', 'sticker', 'video'];

/**
 * Reads `type` and what belongs to it.
 *
 * @throws GraphError as Meta would refuse it; 131051 for a type that the stand-in does not play
 */
export function readMessage(body: Param, templates: readonly MetaTemplate[]): OutgoingMessage {
  const types = ['text', 'interactive', 'template', 'reaction', ...NOT_PLAYED];
  const type = body.oneOf('type', types, true);
  if (type === 'text') return readText(body.object('text', ['body', 'preview_url']));
  if (type === 'interactive') {
    return readInteractive(
      body.object('interactive', ['type', 'header', 'body', 'footer', 'action']),
    );
  }
  if (type === 'template') {
    return readTemplate(body.object('template', ['name', 'language', 'components']), templates);
  }
  if (type === 'reaction') return readReaction(body.object('reaction', ['message_id', 'emoji']));
  throw new GraphError(131051, `${type} messages are not part of the local WhatsApp.`);
}

function readText(text: Param): OutgoingMessage {
  text.optionalBoolean('preview_url');
  return { bubble: { kind: 'text', text: text.string('body', 4096) } };
}

function readReaction(reaction: Param): OutgoingMessage {
  const reactsTo = reaction.string('message_id', 512);
  return {
    bubble: { kind: 'reaction', text: reaction.optionalString('emoji', 16) ?? '' },
    reactsTo,
  };
}

function readInteractive(interactive: Param): OutgoingMessage {
  const type = interactive.oneOf('type', ['cta_url', 'button', 'list']);
  const header = readHeader(interactive, type);
  const text = interactive.object('body', ['text']).string('text', type === 'list' ? 4096 : 1024);
  const footer = interactive.has('footer')
    ? interactive.object('footer', ['text']).string('text', 60)
    : undefined;
  const around = { text, ...(header ? { header } : {}), ...(footer ? { footer } : {}) };
  if (type === 'cta_url')
    return { bubble: { kind: 'card', ...around, link: readLink(interactive) } };
  if (type === 'button') {
    return { bubble: { kind: 'choices', ...around, buttons: readButtons(interactive) } };
  }
  return { bubble: { kind: 'list', ...around, buttons: readRows(interactive) } };
}

/** A list takes a text header only, the others a picture, video or document as well. */
function readHeader(interactive: Param, type: string): string | undefined {
  if (!interactive.has('header')) return undefined;
  const header = interactive.object('header', ['type', 'text', 'image', 'video', 'document']);
  const kinds = type === 'list' ? ['text'] : ['text', 'image', 'video', 'document'];
  const kind = header.oneOf('type', kinds);
  if (kind === 'text') return header.string('text', 60);
  const media = header.object(kind, ['id', 'link', 'filename', 'provider']);
  if (!media.has('id')) media.url('link', 2000);
  return `[${kind}]`;
}

function readLink(interactive: Param): { title: string; url: string } {
  const action = interactive.object('action', ['name', 'parameters']);
  action.oneOf('name', ['cta_url']);
  const parameters = action.object('parameters', ['display_text', 'url']);
  return { title: parameters.string('display_text', 20), url: parameters.url('url', 2000) };
}

function readButtons(interactive: Param): { id: string; title: string }[] {
  const buttons = interactive
    .object('action', ['buttons'])
    .list('buttons', 'buttons', 1, 3, ['type', 'reply'])
    .map((button) => {
      button.oneOf('type', ['reply']);
      const reply = button.object('reply', ['id', 'title']);
      return { id: reply.string('id', 256), title: reply.string('title', 20) };
    });
  unique(
    buttons.map((button) => button.id),
    'button id',
  );
  unique(
    // Whether Meta minds case and spaces is not documented: the stricter reading.
    buttons.map(({ title }) => title.trim().replace(/\s+/g, ' ').toLowerCase()),
    'button title',
  );
  return buttons;
}

function readRows(interactive: Param): { id: string; title: string; description?: string }[] {
  const action = interactive.object('action', ['button', 'sections']);
  action.string('button', 20);
  const sections = action.list('sections', 'sections', 1, 10, ['title', 'rows']);
  const rows = sections.flatMap((section) => {
    // A title tells sections apart, so one section alone needs none.
    if (sections.length > 1 || section.has('title')) section.string('title', 24);
    return section.list('rows', 'rows', 1, 10, ['id', 'title', 'description']).map(readRow);
  });
  if (rows.length > 10) {
    const details = `Total row count exceed max allowed count: 10 (${action.at('sections')})`;
    throw new GraphError(131009, details);
  }
  unique(
    rows.map((row) => row.id),
    'row id',
  );
  return rows;
}

function readRow(row: Param): { id: string; title: string; description?: string } {
  const description = row.optionalString('description', 72);
  return {
    id: row.string('id', 200),
    title: row.string('title', 24),
    ...(description ? { description } : {}),
  };
}
