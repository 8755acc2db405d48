/** Turns Apps Script's events into requests, and what came of them into the answers a sender understands. */
import { masked } from '../program/masked';
import type { Services } from '../script/services';
import { type Answer, answerHandshake, receive } from './receive';

/** Meta's handshake: only ContentService can answer a bare challenge. A wrong token gets an empty text. */
export function answerGet(
  e: GoogleAppsScript.Events.DoGet,
  services: Services,
): GoogleAppsScript.Content.TextOutput {
  let challenge: string | null = null;
  try {
    challenge = answerHandshake(e?.parameter ?? {}, services);
  } catch (error) {
    console.error(masked(String(error)));
  }
  return ContentService.createTextOutput(challenge ?? '');
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
