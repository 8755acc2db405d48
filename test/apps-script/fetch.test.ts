/** UrlFetchApp: what goes out, what comes back, and Google's sentences when it fails. */
import type { Outside, OutsideAnswer, OutsideRequest } from '../../local/apps-script';
import { errorOf, finished, going, resultOf } from './script-of';

const ok: OutsideAnswer = { status: 200, body: 'ok', headers: { 'Content-Type': 'text/plain' } };

/** The requests that a body sends. */
function sentBy(body: string): OutsideRequest[] {
  const requests: OutsideRequest[] = [];
  const outside = (request: OutsideRequest) => {
    requests.push(request);
    return ok;
  };
  finished(going(body, { outside }).run('go'));
  return requests;
}

test('a plain fetch is a GET', () => {
  expect(sentBy("UrlFetchApp.fetch('https://example.com/a');")).toEqual([
    { method: 'GET', url: 'https://example.com/a', headers: {}, body: '' },
  ]);
});

test('text is sent as it is, an object as a form', () => {
  const [json, form] = sentBy(`
    UrlFetchApp.fetch('https://example.com', { method: 'post', contentType: 'application/json', payload: '{}', headers: { Authorization: 'Bearer t' } });
    UrlFetchApp.fetch('https://example.com', { method: 'post', payload: { a: 'b c', d: '+1' } });`);
  expect(json).toMatchObject({
    method: 'POST',
    headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
    body: '{}',
  });
  expect(form).toMatchObject({
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'a=b%20c&d=%2B1',
  });
});

test('the answer: code, text, headers', () => {
  expect(
    resultOf(
      "const answer = UrlFetchApp.fetch('https://example.com'); return [answer.getResponseCode(), answer.getContentText(), answer.getHeaders()];",
      { outside: () => ok },
    ),
  ).toEqual([200, 'ok', { 'Content-Type': 'text/plain' }]);
});

test('an error status throws Google’s sentence, unless muted', () => {
  const outside = () => ({ status: 500, body: 'broken' });
  expect(errorOf("UrlFetchApp.fetch('https://example.com/a?b');", { outside })).toBe(
    'Request failed for https://example.com returned code 500. Truncated server response: broken (use muteHttpExceptions option to examine full response)',
  );
  expect(
    resultOf(
      "return UrlFetchApp.fetch('https://example.com', { muteHttpExceptions: true }).getResponseCode();",
      { outside },
    ),
  ).toBe(500);
});

test.each([
  ['timeout', 'Timeout: https://example.com'],
  ['refused', 'Address unavailable: https://example.com'],
  ['dns', 'DNS error: https://example.com'],
] as const)('%s throws, muted or not', (fault, message) => {
  const call =
    "UrlFetchApp.fetch('https://example.com', { muteHttpExceptions: true, timeoutSeconds: 5 });";
  expect(errorOf(call, { outside: () => ({ fault }) })).toBe(message);
});

test('a far end that is too slow is a time-out after timeoutSeconds; without them it takes the whole execution', () => {
  const outside = () => ({ ...ok, tookMs: 400_000 });
  const patient = going("UrlFetchApp.fetch('https://example.com', { timeoutSeconds: 20 });", {
    outside,
  });
  expect(patient.run('go')).toMatchObject({
    error: 'Timeout: https://example.com',
    modelledMs: 20_000,
  });
  const endless = going(
    "UrlFetchApp.fetch('https://example.com'); UrlFetchApp.fetch('https://example.com');",
    { outside },
  );
  expect(endless.run('go').modelledMs).toBe(360_000);
});

test('fetchAll is one call, as long as its slowest; one failure throws, yet all were delivered', () => {
  const urls: string[] = [];
  const outside = ({ url }: OutsideRequest): OutsideAnswer => {
    urls.push(url);
    return url.endsWith('/b')
      ? { fault: 'refused' }
      : { ...ok, tookMs: url.endsWith('/c') ? 900 : 100 };
  };
  const all = (list: string) =>
    going(`return UrlFetchApp.fetchAll([${list}]).length;`, { outside });
  const fine = all("'https://example.com/a', { url: 'https://example.com/c' }").run('go');
  expect(fine).toMatchObject({ result: 2, calls: { fetch: 1 }, modelledMs: 900 });
  urls.length = 0;
  const failed = all("'https://example.com/a', 'https://example.com/b', 'https://example.com/c'");
  expect(failed.run('go').error).toBe('Address unavailable: https://example.com/b');
  expect(urls).toHaveLength(3);
});

test('redirects are followed by GET unless told otherwise', () => {
  const outside = ({ url, method }: OutsideRequest): OutsideAnswer =>
    url.endsWith('/old')
      ? { status: 302, headers: { Location: '/new' }, body: 'moved' }
      : { status: 200, body: `${method} ${url}` };
  const options = (extra: string) => `{ method: 'post', payload: 'x', ${extra} }`;
  const text = (extra: string) =>
    resultOf(
      `return UrlFetchApp.fetch('https://example.com/old', ${options(extra)}).getContentText();`,
      { outside },
    );
  expect(text('')).toBe('GET https://example.com/new');
  expect(text('followRedirects: false')).toBe('moved');
});

test('the web app’s own address is served by the script itself', () => {
  const webAppUrl = 'https://script.google.com/macros/s/me/exec';
  const script = going(
    `
    const url = ScriptApp.getService().getUrl();
    const moved = UrlFetchApp.fetch(url + '?a=1', { followRedirects: false });
    return [UrlFetchApp.fetch(url + '?a=1').getContentText(), moved.getResponseCode(),
      UrlFetchApp.fetch(url, { method: 'post', payload: 'x' }).getResponseCode(),
      UrlFetchApp.fetch(url, { method: 'head', muteHttpExceptions: true }).getResponseCode()];
    }
    function doGet(e) { return ContentService.createTextOutput('got ' + e.parameter.a); }
    function doPost() { return HtmlService.createHtmlOutput('');`,
    { webAppUrl },
  );
  expect(finished(script.run('go')).result).toEqual(['got 1', 302, 200, 403]);
});

test.each([
  ["UrlFetchApp.fetch('https://e.com/' + 'x'.repeat(2100));", /URL Length/],
  ["UrlFetchApp.fetch('nowhere at all');", /Invalid argument/],
  ["UrlFetchApp.fetch('https://e.com', { timeout: 5 });", /option timeout is not part of/],
])('%s is refused', (body, message) => {
  expect(errorOf(body, { outside: () => ok })).toMatch(message);
});

test('fetches are counted for the day', () => {
  const script = going("UrlFetchApp.fetchAll(['https://a.com', 'https://b.com']);", {
    outside: () => ok,
  });
  finished(script.run('go'));
  expect(script.fetchesToday).toBe(2);
  script.advance(86_400_000);
  expect(script.fetchesToday).toBe(0);
});

test('getRequest tells the request as Google does, and sends nothing', () => {
  const told = `return UrlFetchApp.getRequest('https://example.com/a', `;
  expect(
    resultOf(`${told}{ method: 'POST', headers: { 'X-One': '1' }, payload: { a: 'b c' } });`),
  ).toEqual({
    url: 'https://example.com/a',
    method: 'post',
    headers: { 'X-One': '1' },
    payload: 'a=b%20c',
    contentType: 'application/x-www-form-urlencoded',
    followRedirects: true,
    validateHttpsCertificates: true,
    useIntranet: false,
  });
  expect(resultOf(`${told}{ contentType: 'application/json', payload: '{}' });`)).toMatchObject({
    method: 'post',
    payload: '{}',
    contentType: 'application/json',
  });
});

describe('what a payload may be', () => {
  const sent = (payload: string) => {
    const asked: OutsideRequest[] = [];
    const outside: Outside = (request) => {
      asked.push(request);
      return { status: 200, body: '' };
    };
    const error = errorOf(`UrlFetchApp.fetch('https://example.com/', { payload: ${payload} })`, {
      outside,
    });
    return error === 'no error' ? asked[0] : error;
  };

  test('a blob goes with its own type; bytes that are text go as text', () => {
    expect(sent("Utilities.newBlob('a,b', MimeType.CSV)")).toMatchObject({
      headers: { 'content-type': 'text/csv' },
      body: 'a,b',
    });
    expect(sent("Utilities.newBlob('é').getBytes()")).toMatchObject({ body: 'é' });
  });

  test('a file in a form and bytes that are no text are refused', () => {
    expect(sent("{ photo: Utilities.newBlob('x') }")).toBe(
      'UrlFetchApp.fetch option payload with a file in a form is not part of the local Apps Script',
    );
    expect(sent('[-1, -2]')).toMatch(
      /bytes that are no text is not part of the local Apps Script$/,
    );
  });

  test.each([
    'muteHttpExceptions: 1',
    "followRedirects: 'no'",
    'method: 5',
    "headers: 'a: b'",
    "timeoutSeconds: '5'",
  ])('an option of the wrong type: %s', (option) => {
    const [name] = option.split(':');
    expect(errorOf(`UrlFetchApp.fetch('https://example.com/', { ${option} })`)).toBe(
      `Attribute provided with invalid value: ${name}`,
    );
  });
});
