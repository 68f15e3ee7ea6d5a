/** Asks for a link's address beside the selected words. Enter sets it, Escape leaves everything as it was. */
import type { LexicalEditor } from 'lexical'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { safeLink, typedLink } from '#shared/document/linkPolicy'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import styles from './floating.module.css'
import { $selectedLink, setLink } from './links'
import { useFloatingPlace } from './useFloatingPlace'
import { useMarkedSelection } from './useMarkedSelection'

const words = messages.writing

export function LinkField({ editor, close }: { readonly editor: LexicalEditor; readonly close: () => void }) {
  const panel = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [before] = useState(() => editor.getEditorState().read(() => $selectedLink()?.getURL() ?? null, { editor }))
  const [address, setAddress] = useState(before ?? '')
  const [refused, setRefused] = useState(false)
  const place = useFloatingPlace(panel, editor.getRootElement())
  useMarkedSelection(editor)
  useEffect(() => field.current?.select(), [])

  const back = () => {
    close()
    editor.focus()
  }
  const set = (url: string | null) => {
    setLink(editor, url)
    back()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const url = typedLink(address)
    if (url === null) setRefused(true)
    else set(url)
  }
  const opened = safeLink(before ?? '')
  return (
    <div
      ref={panel}
      className={styles.floating}
      style={place}
      role="dialog"
      aria-label={words.format.link}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        back()
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) close()
      }}
    >
      <form className={styles.link} onSubmit={submit}>
        <TextField
          label={words.linkAddress}
          value={address}
          onChange={(next) => {
            setAddress(next)
            setRefused(false)
          }}
          error={refused ? words.linkRefused : undefined}
          inputRef={field}
          autoFocus
        />
        <Button type="submit" kind="primary">
          {words.linkApply}
        </Button>
        {before !== null && (
          <div className={styles.linkTools}>
            <Button kind="quiet" onPress={() => set(null)}>
              {words.linkRemove}
            </Button>
            {opened !== null && (
              <Button kind="quiet" onPress={() => void request('links.open', { url: opened }).catch(() => {})}>
                {words.linkOpen}
              </Button>
            )}
          </div>
        )}
      </form>
    </div>
  )
}
