// Node, with a way to two large packages, which are loaded here once for all files of a worker: happy-dom, made of ES modules, which jest cannot load into a test, and Playwright, which takes half a second.
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.importHappyDom = () => import('happy-dom');
    this.global.requirePlaywright = () => require('playwright-core');
  }
};
