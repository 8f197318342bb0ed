import { reactive, ref } from 'vue'
import { ApiError } from '../api/client'
import { sendFile } from '../api/upload'
import { UploadAsset, type Card } from './documents'
import { whyNot } from './refusals'

const AT_A_TIME = 2

export interface Upload {
  key: number
  file: File
  state: 'waiting' | 'sending' | 'sent' | 'alreadyThere' | 'failed'
  share: number // of its bytes that were sent, from 0 to 1
  problem: string
  asset?: Card
  aborter: AbortController
}

/** Files on their way into the library, a few at a time; `taken` hears of each that has arrived. */
export function useUploads(taken: (asset: Card, upload: Upload) => void) {
  const uploads = ref<Upload[]>([])
  let last = 0

  function add(files: Iterable<File>) {
    for (const file of files) uploads.value.push(waiting(file))
    start()
  }

  function waiting(file: File): Upload {
    return reactive({ key: ++last, file, state: 'waiting', share: 0, problem: '', aborter: new AbortController() })
  }

  function start() {
    const sending = uploads.value.filter(({ state }) => state === 'sending').length
    const next = uploads.value.filter(({ state }) => state === 'waiting').slice(0, AT_A_TIME - sending)
    for (const upload of next) void send(upload)
  }

  async function send(upload: Upload) {
    upload.state = 'sending'
    try {
      const onProgress = (share: number) => (upload.share = share)
      const { uploadAsset: made } = await sendFile(UploadAsset, {}, upload.file, onProgress, upload.aborter.signal)
      if (made.__typename === 'UploadAssetPayload') {
        upload.state = made.isNew ? 'sent' : 'alreadyThere'
        upload.asset = made.asset
        taken(made.asset, upload)
      } else fail(upload, whyNot(made))
    } catch (error) {
      if (error instanceof ApiError) fail(upload, whyNot(error))
      else if (!upload.aborter.signal.aborted) throw error
    } finally {
      start()
    }
  }

  function fail(upload: Upload, problem: string) {
    upload.state = 'failed'
    upload.problem = problem
  }

  function retry(upload: Upload) {
    Object.assign(upload, { state: 'waiting', share: 0, problem: '' })
    start()
  }

  function remove(upload: Upload) {
    upload.aborter.abort()
    uploads.value = uploads.value.filter(({ key }) => key !== upload.key)
  }

  function clear() {
    uploads.value = uploads.value.filter(({ state }) => state === 'waiting' || state === 'sending')
  }

  return { uploads, add, retry, remove, clear }
}
