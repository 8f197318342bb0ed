import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { finish } from './finish'

const DESK =
  /node_modules[\\/](@?vue|vue-\w+|@intlify|@?element-plus|@vueuse|dayjs|lodash(-es|-unified)?|async-validator|@floating-ui|@popperjs|@ctrl|memoize-one|normalize-wheel-es|sortablejs)[\\/]/

// What `cms serve` serves: two pages that share their pieces (cms/gui).
export default defineConfig({
  base: '/gui/',
  plugins: [vue(), finish()],
  oxc: { jsx: { runtime: 'automatic' } },
  define: {
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    // Messages are compiled without `new Function`, which the Content-Security-Policy forbids.
    __INTLIFY_JIT_COMPILATION__: 'true',
  },
  build: {
    outDir: '../cms/gui/static',
    emptyOutDir: true,
    // Nothing is put into data: addresses, which the Content-Security-Policy forbids.
    assetsInlineLimit: 0,
    target: 'es2022',
    license: { fileName: 'notices.md' },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: { studio: 'studio.html', playground: 'playground.html' },
      // What the Studio's pages share of their libraries is one file: dozens of small ones take longer than its bytes.
      output: { codeSplitting: { groups: [{ name: 'desk', test: DESK, minShareCount: 2 }] } },
      // "use client" is for servers that render React; there is none here.
      onwarn: (warning, show) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || show(warning),
    },
  },
  server: { proxy: { '/graphql': { target: 'http://127.0.0.1:8000', ws: true } } },
})
