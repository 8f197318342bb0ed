/** What a mutation answered, with every wrong field named in its message. */
export function told<Outcome extends { __typename?: string }>(outcome: Outcome) {
  const { problems } = outcome as { problems?: { path: string; message: string }[] }
  if (!problems?.length) return outcome
  return {
    ...outcome,
    message: problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('\n'),
  }
}

/** Names written with commas, spaces or lines between them. */
export function listed(text: string) {
  return text.split(/[\s,，、;；]+/).filter(Boolean)
}
