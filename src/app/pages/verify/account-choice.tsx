import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { lastAccountId } from '#app/parts/last-account.ts'
import { sessionQuery } from '#app/queries/session.ts'
import { TextField } from '#app/ui/text-field.tsx'
import { trimHidden } from '#domain/text/list-words.ts'
import styles from './verify.module.css'

type AccountChoiceProps = {
  account: string
  isWaiting: boolean
  error: string | undefined
  onChange: (account: string) => void
}

/** The account to verify in: folded while one is known, since it is nearly always the open one. */
export function AccountChoice({ account, isWaiting, error, onChange }: AccountChoiceProps) {
  const [isUnfolded, setIsUnfolded] = useState<boolean | null>(null)
  const { data: session } = useQuery(sessionQuery(lastAccountId()))
  const name = session?.accounts.find(({ id }) => id === trimHidden(account))?.name
  const isOpen = error !== undefined || (isUnfolded ?? (account === '' && !isWaiting))
  return (
    <details
      className={styles.account}
      open={isOpen}
      onToggle={(event) => event.currentTarget.open !== isOpen && setIsUnfolded(event.currentTarget.open)}
    >
      <summary>
        Account: <b>{name ?? (account || 'not chosen')}</b>
      </summary>
      <TextField
        label="Account ID"
        hint="Account tokens only verify in their own account."
        value={account}
        onChange={(event) => {
          // Typing does not fold it.
          setIsUnfolded(true)
          onChange(event.target.value.toLowerCase())
        }}
        autoComplete="off"
        spellCheck={false}
        {...(error && { error })}
      />
    </details>
  )
}
