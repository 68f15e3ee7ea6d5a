/** Another recovery code: the one of before opens only backups from before. */
import { useState } from 'react'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { showPanel } from '../../state/layout/layoutStore'
import { showToast } from '../../state/toastStore'
import { Dialog } from '../../ui/Dialog'
import { CodeSteps } from './CodeSteps'
import { PassphraseForm } from './PassphraseForm'

const words = messages.locking

export function RecoveryCodeDialog() {
  const [code, setCode] = useState<string | null>(null)
  const make = async (passphrase: string) => setCode((await request('lock.newCode', { passphrase })).code)
  const keep = async (typed: string) => {
    await request('lock.keepCode', { code: typed })
    showPanel(null)
    showToast(words.renewDone)
  }
  return (
    <Dialog title={words.renewTitle} isOpen onClose={() => showPanel(null)}>
      {code === null ? (
        <PassphraseForm explanation={words.renewExplanation} action={words.next} onPassphrase={make} />
      ) : (
        <CodeSteps code={code} action={words.done} onTyped={keep} />
      )}
    </Dialog>
  )
}
