interface Piece<Node> {
  nodes: Node[]
  pageInfo: { hasNextPage: boolean; endCursor?: string | null }
}

/** The nodes of all pages, up to a number; whether there are more. For lists that are short by their nature. */
export async function everything<Node>(
  load: (after: string | null) => Promise<Piece<Node> | null | undefined>,
  most = 1000,
): Promise<{ nodes: Node[]; isCut: boolean }> {
  const nodes: Node[] = []
  let after: string | null = null
  for (;;) {
    const page: Piece<Node> | null | undefined = await load(after)
    if (!page) return { nodes, isCut: false }
    nodes.push(...page.nodes)
    if (!page.pageInfo.hasNextPage) return { nodes, isCut: false }
    if (nodes.length >= most) return { nodes, isCut: true }
    after = page.pageInfo.endCursor ?? null
  }
}
