/** What this app is: its version, its promise, where its questions come from, and the software inside. */
import { useEffect, useState } from 'react'
import type { About } from '#shared/contract/app'
import { practiceSource } from '#shared/domain/practice/practices'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { showPanel } from '../../state/layout/layoutStore'
import { failureInWords } from '../../state/sayFailure'
import { Dialog } from '../../ui/Dialog'
import { Disclosure } from '../../ui/Disclosure'
import styles from './AboutDialog.module.css'

const words = messages.settings

export function AboutDialog() {
  const [about, setAbout] = useState<About | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    request('about.read', undefined).then(setAbout, (error: unknown) => setFailure(failureInWords(error)))
  }, [])
  const { author, title, publication } = practiceSource
  return (
    <Dialog title={messages.appName} isOpen onClose={() => showPanel(null)} size="small">
      <p className={styles.version}>{about === null ? (failure ?? '\u00a0') : words.version(about.version)}</p>
      <p className={styles.privacy}>{words.privacy}</p>
      <p className={styles.source}>
        {words.sourceLead} {author}, <cite>{title}</cite>, {publication}.
      </p>
      <p className={styles.source}>{words.ownLicence}</p>
      {about !== null && (
        <Disclosure title={words.licences} className={styles.licences}>
          <ul>
            {about.licences.map(({ name, version, licence, text }) => (
              <li key={`${name} ${version}`}>
                <details className={styles.licence}>
                  <summary>
                    {name} {version} <span className={styles.kind}>{licence}</span>
                  </summary>
                  <pre className={styles.text}>{text}</pre>
                </details>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Dialog>
  )
}
