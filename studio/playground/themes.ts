import type { editor } from 'monaco-editor'

// Monaco's reaches a contrast of 3.6 on GraphiQL's dark ground, this one more than the 4.5 of WCAG AA.
const COMMENT = { token: 'comment', foreground: '#8fbc7a' }
type Monaco = { editor: { defineTheme: typeof editor.defineTheme } }

/**
 * Make the comments of the dark theme readable. GraphiQL defines its themes by itself and has no way to change them,
 * but just before it does so, it lays Monaco down as `__MONACO`.
 */
export function brightenComments() {
  Object.defineProperty(globalThis, '__MONACO', {
    configurable: true,
    set({ editor }: Monaco) {
      const define = editor.defineTheme
      editor.defineTheme = (name, theme) =>
        define(name, theme.base === 'vs-dark' ? { ...theme, rules: [...theme.rules, COMMENT] } : theme)
    },
  })
}
