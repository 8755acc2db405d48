// Node, with a way to happy-dom: it is made of ES modules, which jest cannot load into a test. Loaded here, it is loaded once for all files of a worker.
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.importHappyDom = () => import('happy-dom');
  }
};
