import { Suspense, useState } from 'react'
import { paths } from '#app/parts/paths.ts'
import { useNavigate } from '@tanstack/react-router'
import { SelectField } from '#app/ui/select-field.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import styles from './shell.module.css'
import { useAccount } from './use-account.ts'

const AccountIdDialog = lazyComponent(
  () => import('./account-id-dialog.tsx'),
  (file) => file.AccountIdDialog,
)

/** Not an account id, so it can stand among them. */
const TYPE_AN_ID = 'type'

/**
 * The account everything on the page belongs to. Any id can be typed: account
 * tokens could not list accounts for years, and some still cannot.
 */
export function AccountSwitcher() {
  const { chosenId: accountId, session } = useAccount()
  const navigate = useNavigate()
  const [isTyping, setIsTyping] = useState(false)
  const accounts = session?.accounts ?? []
  const isListed = accounts.some(({ id }) => id === accountId)
  const options = [
    ...(accountId && !isListed ? [{ value: accountId, label: `Account ${shorten(accountId)}` }] : []),
    ...(accountId ? [] : [{ value: '', label: 'Choose an account' }]),
    ...accounts.map(({ id, name }) => ({ value: id, label: name ?? `Account ${shorten(id)}` })),
    { value: TYPE_AN_ID, label: 'Another account id…' },
  ]

  const open = (id: string) => navigate({ href: paths.tokens(id) })
  const choose = (value: string) => {
    if (value === TYPE_AN_ID) setIsTyping(true)
    else if (value) void open(value)
  }

  return (
    <div className={styles.account}>
      <SelectField
        label="Account"
        hideLabel
        options={options}
        value={accountId ?? ''}
        onChange={(event) => choose(event.target.value)}
      />
      {isTyping && (
        <Suspense>
          <AccountIdDialog
            onClose={() => setIsTyping(false)}
            onChosen={(id) => {
              setIsTyping(false)
              void open(id)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

const shorten = (id: string) => `${id.slice(0, 8)}…`
