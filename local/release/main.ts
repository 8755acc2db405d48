/** `npm run release`: writes `release/`, ready to be published. */
import path from 'node:path';
import { projectPage } from './project-page';
import { makeRelease } from './release';

const into = path.resolve(__dirname, '..', '..', 'release');

makeRelease(into).then((release) => {
  const shown = Object.values(release).map((file) => `  ${path.relative(process.cwd(), file)}`);
  console.log(`The release is ready:\n${shown.join('\n')}`);
  if (projectPage()) return;
  console.log(
    '\nNobody has said where the project is on the internet, so “Newer version?” will not be offered.\nPut its page into package.json as "homepage", and run this again.',
  );
});
