import { computed, reactive, ref, shallowRef } from 'vue'
import { ApiError, execute } from '../api/client'
import { may, viewer } from '../api/session'
import { explain, i18n } from '../words'
import { AssetDetails, UpdateAsset, type Asset } from './documents'

const FIELDS = ['name', 'title', 'alt', 'caption', 'credit', 'rights', 'expiresAt', 'focalX', 'focalY'] as const
export type Form = Pick<Asset, (typeof FIELDS)[number]>

/** One asset and what is being typed of it. What was typed survives whatever becomes of the asset meanwhile. */
export function useAsset() {
  const asset = shallowRef<Asset>()
  const form = reactive({}) as Form
  const isBusy = ref(false)
  const isGone = ref(false)
  const problem = ref('')
  let base: Form | undefined // the fields as they were when they were last read

  const isDirty = computed(() => !!asset.value && FIELDS.some((name) => form[name] !== formOf(asset.value!)[name]))
  const mayChange = computed(() => may('EDIT') || (!!asset.value && asset.value.uploader?.id === viewer.value?.id))

  async function load(id: string) {
    asset.value = base = undefined
    problem.value = ''
    await read(id)
  }

  /** Read it again: fields that the editor did not touch follow, the others stay as they were typed. */
  async function read(id: string) {
    const found = (await asked(() => execute(AssetDetails, { id })))?.asset
    isGone.value = !found && !problem.value
    if (!found) return
    const theirs = formOf(found)
    const mine = Object.fromEntries(
      FIELDS.map((name) => [name, base && form[name] !== base[name] ? form[name] : theirs[name]]),
    )
    Object.assign(form, mine)
    base = theirs
    asset.value = found
  }

  async function save(): Promise<boolean> {
    const { id, version } = asset.value!
    problem.value = ''
    const changes = Object.fromEntries(
      FIELDS.filter((name) => form[name] !== base![name]).map((name) => [name, form[name]]),
    )
    const input = { id, expectedVersion: version, ...changes }
    const made = (await asked(() => execute(UpdateAsset, { input, key: crypto.randomUUID() })))?.updateAsset
    if (!made) return false
    const isConflict = made.__typename === 'VersionConflict'
    if (made.__typename === 'AssetPayload' || isConflict) await read(id)
    if (isConflict) problem.value = i18n.global.t('media.merged')
    else if ('code' in made) problem.value = explain(made)
    return made.__typename === 'AssetPayload'
  }

  async function asked<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
    isBusy.value = true
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      problem.value = explain(error)
    } finally {
      isBusy.value = false
    }
  }

  return { asset, form, isBusy, isGone, isDirty, mayChange, problem, load, read, save, asked }
}

function formOf(asset: Asset): Form {
  return Object.fromEntries(FIELDS.map((name) => [name, asset[name]])) as Form
}
