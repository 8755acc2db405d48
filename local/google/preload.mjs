// Sends the real clasp to the Google on this machine: `NODE_OPTIONS=--import <this file>` with LOCAL_GOOGLE=<its address>.
// clasp has no option for the address of its API, so the clients of Google's library are given another root here.
import Module, { createRequire } from 'node:module';

const root = () => process.env.LOCAL_GOOGLE;
const require = createRequire(createRequire(import.meta.url).resolve('@google/clasp'));

// Only the three APIs that a deployment needs: loading all of Google's takes longer than clasp does for its work.
const google = { _options: {} };
for (const api of ['script', 'drive', 'oauth2']) {
  const make = require(`googleapis/build/src/apis/${api}`)[api];
  google[api] = (options) =>
    make.call(google, {
      ...(typeof options === 'string' ? { version: options } : options),
      rootUrl: `${root()}/`,
    });
}
const library = new Module(require.resolve('googleapis'));
Object.assign(library, { filename: library.id, loaded: true, exports: { google } });
require.cache[library.id] = library;

const { OAuth2Client } = require('google-auth-library');
for (const method of ['generateAuthUrl', 'getToken', 'refreshTokenNoCache']) {
  const run = OAuth2Client.prototype[method];
  OAuth2Client.prototype[method] = function (...args) {
    this.endpoints.oauth2AuthBaseUrl = `${root()}/o/oauth2/v2/auth`;
    this.endpoints.oauth2TokenUrl = `${root()}/token`;
    return run.apply(this, args);
  };
}
