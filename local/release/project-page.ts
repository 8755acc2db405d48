/**
 * Where this project is on the internet. A fork changes it once, as `homepage` in package.json; where that is not set, a
 * workflow on GitHub says it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');

interface Package {
  version: string;
  homepage?: string;
}

const read = (): Package => JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** The version in package.json. */
export const version = (): string => read().version;

/** The project's page, without a slash at its end; '' when nobody has said where it is. */
export function projectPage(env: NodeJS.ProcessEnv = process.env): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  const onGitHub = server && repository ? `${server}/${repository}` : '';
  return (read().homepage || onGitHub).replace(/\/+$/, '');
}

/** Where the newest release tells its version and its news: an asset of the release; '' where there is no page. */
export const newestAddress = (page: string): string =>
  page && `${page}/releases/latest/download/newest.json`;
