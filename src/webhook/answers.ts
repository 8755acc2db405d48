/** Turns Apps Script's events into requests, and what came of them into the answers a sender understands. */
import { masked } from '../program/masked';
import type { Services } from '../script/services';
import type { Answer } from './accept';
import { answerHandshake, answerProbe } from './get';
import { receive } from './receive';

/** Meta's handshake and the owner's probe: only ContentService can answer a bare text. A wrong key gets an empty one. */
export function answerGet(
  e: GoogleAppsScript.Events.DoGet,
  services: Services,
): GoogleAppsScript.Content.TextOutput {
  let text: string | null = null;
  try {
    const parameter = e?.parameter ?? {};
    text = answerHandshake(parameter, services) ?? answerProbe(parameter, services);
  } catch (error) {
    console.error(masked(String(error)));
  }
  return ContentService.createTextOutput(text ?? '');
}

/**
 * The webhook. HtmlService answers 200 at once; ContentService answers 302, the only way to tell a sender that follows
 * no redirects to send again. Nothing may escape: Google would answer 200 with an error page.
 */
export function answerPost(
  e: GoogleAppsScript.Events.DoPost,
  services: Services,
): GoogleAppsScript.HTML.HtmlOutput | GoogleAppsScript.Content.TextOutput {
  let answer: Answer;
  try {
    answer = receive(
      {
        contentType: e?.postData?.type ?? '',
        body: e?.postData?.contents ?? '',
        parameter: e?.parameter ?? {},
      },
      services,
    );
  } catch (error) {
    console.error(masked(String(error)));
    answer = 'again';
  }
  return answer === 'done'
    ? HtmlService.createHtmlOutput('')
    : ContentService.createTextOutput('again');
}
