/** To-dos: each program says in its own way that an item has a box, and whether it is ticked. */
import type { Element, ElementContent } from 'hast'
import { classesOf, element, isBlank, isElement } from './hastNodes'
import { styleOf } from './htmlStyle'

/** `null` is an item without a box. `children` are the item's without it. */
export interface CheckedItem {
  readonly checked: boolean | null
  readonly children: readonly ElementContent[]
}

export function checkedItem(item: Element, list: Element | null): CheckedItem {
  const box = withoutBox(item.children)
  const said = saidOf(item) ?? (list === null ? null : saidByClass(item, list))
  if (said !== null) return { checked: said, children: box.children }
  return { checked: box.checked, children: box.checked === null ? item.children : box.children }
}

/** Google Docs and Lexical; Tiptap; Atlassian's editor; Quill; Evernote. */
function saidOf({ properties, ...item }: Element): boolean | null {
  if (properties.role === 'checkbox') return String(properties.ariaChecked) === 'true'
  if (properties.dataChecked !== undefined) return String(properties.dataChecked) === 'true'
  if (properties.dataTaskState !== undefined) return properties.dataTaskState === 'DONE'
  if (properties.dataList === 'checked' || properties.dataList === 'unchecked') return properties.dataList === 'checked'
  const evernote = styleOf({ ...item, properties }).get('--en-checked')
  return evernote === undefined ? null : evernote === 'true'
}

/** Confluence, Joplin and TinyMCE name the list, and those of its items that are ticked. */
function saidByClass(item: Element, list: Element): boolean | null {
  const isCheckList = classesOf(list).some((name) => /^(?:inline-task-list|joplin-checklist|tox-checklist)$/.test(name))
  return isCheckList ? classesOf(item).some((name) => /^(?:tox-checklist--)?checked$/.test(name)) : null
}

/** The box that an item begins with: a field (GitHub), a picture (Google Docs), or signs (Notion). */
function withoutBox(children: readonly ElementContent[]): CheckedItem {
  const at = children.findIndex((child) => !isHandle(child))
  const [first, rest] = [children[at], children.slice(at + 1)]
  if (first?.type === 'text') {
    const [signs, ticked] = /^\s*(?:\[([ xX]?)\]|([☐☑☒]))(?:\s+|$)/.exec(first.value)?.slice(0, 2) ?? []
    if (signs === undefined) return { checked: null, children }
    const checked = /x|☑|☒/i.test(ticked ?? signs)
    return { checked, children: [{ type: 'text', value: first.value.slice(signs.length) }, ...rest] }
  }
  if (isElement(first, 'input') && first.properties.type === 'checkbox') {
    return { checked: first.properties.checked === true, children: rest }
  }
  // Google's says by its words what it is.
  if (isElement(first, 'img') && /^(?:un)?checked$/.test(String(first.properties.alt)))
    return { checked: null, children: rest }
  if (!isElement(first, 'div', 'label', 'p', 'span')) return { checked: null, children }
  const inside = withoutBox(first.children)
  return { ...inside, children: [element(first.tagName, [...inside.children], first.properties), ...rest] }
}

/** White space, or a drawing to take the item by, as GitHub has before the box. */
function isHandle(node: ElementContent): boolean {
  return (
    isBlank(node) ||
    (isElement(node, 'span') && node.children.every((child) => isBlank(child) || isElement(child, 'svg')))
  )
}
