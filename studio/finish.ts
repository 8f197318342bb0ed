import { readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const NODE_MODULES = join(dirname(fileURLToPath(import.meta.url)), 'node_modules')
const COMPRESSIBLE = /\.(js|css|html|svg|md)$/
const MIN_BYTES = 1024

/** When everything is written: completes the notices, and puts a .br and a .gz beside each text. */
export function finish(): Plugin {
  let folder = ''
  return {
    name: 'finish',
    apply: 'build',
    configResolved: (config) => void (folder = join(config.root, config.build.outDir)),
    async closeBundle(error) {
      if (error) return
      await addNotices(join(folder, 'notices.md'))
      for (const file of await readdir(folder, { recursive: true })) {
        if (COMPRESSIBLE.test(file)) await compress(join(folder, file))
      }
    },
  }
}

/** Monaco carries code of others that is no package of its own. */
async function addNotices(path: string) {
  const more = await readFile(join(NODE_MODULES, 'monaco-editor/ThirdPartyNotices.txt'), 'utf8')
  await writeFile(path, `${await readFile(path, 'utf8')}\n---------------------------------------\n\n## Within monaco-editor\n\n${more}`)
}

async function compress(path: string) {
  const content = await readFile(path)
  if (content.length < MIN_BYTES) return
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }))
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
}
