// Turns TypeScript into CommonJS for jest, through the same esbuild that makes the bundle.
const { transformSync } = require('esbuild');

module.exports = {
  process(source, file) {
    return transformSync(source, {
      loader: file.endsWith('.tsx') ? 'tsx' : 'ts',
      format: 'cjs',
      target: 'node20',
      sourcefile: file,
      sourcemap: 'inline',
    });
  },
};
