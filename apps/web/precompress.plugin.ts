import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
const COMPRESSIBLE = /\.(?:js|css|html|svg|json)$/;
/** Under one packet a compressed twin saves nothing. */
const SMALLEST_BYTES = 1024;

/**
 * Writes `<asset>.br` and `<asset>.gz` beside each text asset of the build, so that the server sends
 * them as they are and never spends its CPU on compressing the same file twice.
 */
export function precompress(): Plugin {
  return {
    name: 'pupitre-precompress',
    apply: 'build',
    enforce: 'post',
    // After Vite's own last change of the chunks (the preload lists), or the twins would hold its placeholders.
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const output of Object.values(bundle)) {
          const source = Buffer.from(output.type === 'chunk' ? output.code : output.source);
          if (!COMPRESSIBLE.test(output.fileName) || source.byteLength < SMALLEST_BYTES) continue;
          const params = {
            [constants.BROTLI_PARAM_QUALITY]: 11,
            [constants.BROTLI_PARAM_SIZE_HINT]: source.byteLength,
          };
          this.emitFile({ type: 'asset', fileName: `${output.fileName}.br`, source: await brotli(source, { params }) });
          this.emitFile({
            type: 'asset',
            fileName: `${output.fileName}.gz`,
            source: await gzipped(source, { level: 9 }),
          });
        }
      },
    },
  };
}
