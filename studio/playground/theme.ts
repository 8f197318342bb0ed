import { useEffect } from 'react'
import { useMonaco } from '@graphiql/react'

const [CLEAR, GROUND, PINK, PALE_PINK] = ['#ffffff00', '#212a3b', '#ff5794', '#ff579419']
const ON_GROUND = ['editorHoverWidget', 'menu', 'editorSuggestWidget', 'editorWidget']
const PINK_TEXTS = [
  'textLink.foreground',
  'textLink.activeForeground',
  'editorLink.activeForeground',
  'list.highlightForeground',
  'list.focusHighlightForeground',
  'editorSuggestWidget.selectedForeground',
  'menu.selectionForeground',
  'pickerGroup.foreground',
  'focusBorder',
]
const CHOSEN = ['list.hover', 'editorSuggestWidget.selected', 'quickInputList.focus', 'toolbar.hover', 'menu.selection']

/** GraphiQL's own dark theme, which it does not export, with comments that can be read (WCAG AA). */
const DARK = {
  base: 'vs-dark' as const,
  inherit: true,
  rules: [
    { token: 'argument.identifier.gql', foreground: '#908aff' },
    { token: 'comment', foreground: '#8fbf7a' },
  ],
  colors: {
    'editor.background': CLEAR,
    'scrollbar.shadow': CLEAR,
    'input.background': '#b7c2d711',
    'quickInputList.focusForeground': '#ffffff',
    ...Object.fromEntries(ON_GROUND.map((name) => [`${name}.background`, GROUND])),
    ...Object.fromEntries(PINK_TEXTS.map((name) => [name, PINK])),
    ...Object.fromEntries(CHOSEN.map((name) => [`${name}Background`, PALE_PINK])),
  },
}

/** Put that theme in the place of GraphiQL's as soon as its editor is loaded. */
export function useReadableTheme() {
  const monaco = useMonaco((state) => state.monaco)
  useEffect(() => monaco?.editor.defineTheme('graphiql-DARK', DARK), [monaco])
}
