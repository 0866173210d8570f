import { useState } from 'react'
import { toBrought } from '#app/parts/addresses.ts'
import { keepBroughtToken } from '#app/parts/brought-token.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { VirtualList } from '#app/parts/virtual-list.tsx'
import { useNavigate } from '#app/routing/routing.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Note } from '#app/ui/note.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { forAccount, readExport } from '#domain/token-json/read-export.ts'
import { redactSecrets } from '#domain/secret/redact.ts'
import styles from './import.module.css'

type ImportDialogProps = { accountId: string; onClose: () => void }

/** Larger than any account's export, small enough to be read at once. */
const MAX_BYTES = 64 * 1024 * 1024

/** Opens a token from a file as a draft in the editor. Nothing is created until somebody saves it there. */
export function ImportDialog({ accountId, onClose }: ImportDialogProps) {
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [source, setSource] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [hadSecret, setHadSecret] = useState(false)
  const [chosen, setChosen] = useState(0)
  const [isMoved, setIsMoved] = useState(true)
  const read = text.trim() === '' ? null : readExport(text)
  const tokens = read && 'tokens' in read ? read.tokens : []
  const from = read && 'tokens' in read && read.accountId !== accountId ? read.accountId : null
  const token = tokens[chosen] ?? tokens[0]

  const take = (typed: string, name: string) => {
    const { text: clean, removed } = redactSecrets(typed)
    setText(clean)
    setSource(name)
    setChosen(0)
    setHadSecret(removed > 0)
    setProblem(null)
  }

  const takeFile = async (file: File) => {
    if (file.size > MAX_BYTES) {
      setProblem(`${file.name} is larger than 64 MB; that is no export of tokens.`)
      return
    }
    try {
      take(await file.text(), file.name)
    } catch {
      setProblem(`${file.name} could not be read.`)
    }
  }

  const open = () => {
    if (!token) return
    const body = from && isMoved ? forAccount(token.body, from, accountId) : token.body
    const brought = keepBroughtToken(body)
    if (brought) void navigate(toBrought(accountId, brought))
    else setProblem('This browser lets the page store nothing. Paste the token into the JSON tab of a new token.')
  }

  return (
    <Dialog
      title="Import a token"
      description="From a JSON export, an answer of the API, Terraform’s JSON or a curl command. It opens as a draft."
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={!token} onClick={open}>
            Open as a draft
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <FileField label="File" accept=".json,.sh,.txt,application/json" onFile={(file) => void takeFile(file)} />
        <TextAreaField
          label="Or paste it here"
          rows={5}
          spellCheck={false}
          autoComplete="off"
          value={source ? '' : text}
          placeholder={source && `Read from ${source}`}
          onChange={(event) => take(event.target.value, '')}
          {...(read && 'problem' in read && { error: read.problem })}
        />
        {problem && <Note tone="critical" role="alert" title={problem} />}
        {hadSecret && (
          <Note tone="caution" role="status" title="A secret was in that text">
            <p>It was left out and is kept nowhere here.</p>
          </Note>
        )}
        {tokens.length === 1 && token && (
          <p role="status">
            Found the token{' '}
            <b>
              <TokenName name={token.name} />
            </b>
            .
          </p>
        )}
        {tokens.length > 1 && (
          <>
            <p role="status">Found {tokens.length} tokens. Choose the one to open.</p>
            <VirtualList
              label="Tokens in the file"
              items={tokens.map((one, index) => ({ ...one, index }))}
              keyOf={({ index }) => String(index)}
            >
              {({ name, index }) => (
                <label className={styles.choice}>
                  <input type="radio" name="brought" checked={index === chosen} onChange={() => setChosen(index)} />
                  <TokenName name={name} />
                </label>
              )}
            </VirtualList>
          </>
        )}
        {from && (
          <Checkbox
            label="Make it a token of this account"
            hint={`It comes from the account ${from}; its resources name that account.`}
            checked={isMoved}
            onChange={(event) => setIsMoved(event.target.checked)}
          />
        )}
      </div>
    </Dialog>
  )
}
