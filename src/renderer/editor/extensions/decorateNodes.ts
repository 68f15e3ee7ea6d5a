/** Adds to what Lexical draws of a node, right after it has: each extension that has something to add is asked in turn. */
import type { InitialEditorConfig, LexicalNode } from 'lexical'

export function decorateNodes(
  config: InitialEditorConfig,
  decorate: (node: LexicalNode, dom: HTMLElement) => void,
): void {
  const before = config.dom?.$decorateDOM
  config.dom = {
    ...config.dom,
    $decorateDOM(node, previous, dom, editor) {
      before?.(node, previous, dom, editor)
      decorate(node, dom)
    },
  }
}
