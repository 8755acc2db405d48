/** Bad weather between the script and any provider: the same kinds as Meta's, in the provider's own refusals. */
import type { Weather } from './meta/weather';
import type { OutsideAnswer } from './outside';

/** Refusals that each provider words its own way. */
type Refusal = 'error500' | 'rateLimited' | 'tokenRejected' | { code: number; status: number };

/** The answer under this weather; `answer` is asked only when the request gets through. */
export function underWeather(
  weather: Weather,
  answer: () => OutsideAnswer,
  refuse: (refusal: Refusal) => OutsideAnswer,
): OutsideAnswer {
  switch (weather) {
    case 'fine':
      return answer();
    case 'down':
      return { fault: 'timeout' };
    case 'refused':
      return { fault: 'refused' };
    case 'answerLost':
      answer();
      return { fault: 'timeout' };
    case 'html':
      return {
        status: 502,
        headers: { 'Content-Type': 'text/html; charset=UTF-8' },
        body: '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body></body></html>',
      };
    case 'truncated': {
      const whole = answer();
      if ('fault' in whole) return whole;
      return { ...whole, body: whole.body.slice(0, Math.floor(whole.body.length / 2)) };
    }
    default:
      return refuse(weather);
  }
}
