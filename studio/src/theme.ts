import { useDark } from '@vueuse/core'

/** Whether the page is dark: as the system is, until somebody chooses otherwise. */
export const isDark = useDark({ storageKey: 'broadsheet:theme', disableTransition: false })
