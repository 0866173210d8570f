import { useDeferredValue, useState, type KeyboardEvent } from 'react'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { StatusAt } from '#app/parts/status-chip.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useNow } from '#app/parts/use-now.ts'
import { VirtualList } from '#app/parts/virtual-list.tsx'
import { WaitSeconds } from '#app/parts/wait-seconds.tsx'
import { useInventory } from '#app/queries/inventory.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { ProgressLine } from '#app/ui/progress-line.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { findByName } from '#domain/inventory/find-by-name.ts'
import { isPartial } from '#domain/inventory/inventory.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { moveInList } from './move-in-list.ts'
import styles from './start-gallery.module.css'

type CopyTokenDialogProps = { onChoose: (tokenId: string) => void; onClose: () => void }

/** Every token of the account to choose one from, found by name or ID. They are loaded while it is open. */
export function CopyTokenDialog({ onChoose, onClose }: CopyTokenDialogProps) {
  const accountId = useAccountId()
  const now = useNow()
  const [words, setWords] = useState('')
  const { inventory, activity, resume } = useInventory(accountId, true)
  const { tokens, totalCount, isCounted } = inventory
  const query = useDeferredValue(words).trim()
  const found = query ? findByName(tokens, query, tokens.length) : tokens
  const isLoading = isPartial(inventory)
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const isSearch = event.target instanceof HTMLInputElement && event.key === 'Enter' && words.trim() !== ''
    const [first] = isSearch ? findByName(tokens, words, 1) : []
    if (first) onChoose(first.id)
    else moveInList(event)
  }

  return (
    <Dialog
      title="Copy a token"
      description="Copies permissions, resources, IP addresses and expiration. The new token gets its own secret."
      onClose={onClose}
    >
      <div className={styles.found} onKeyDown={press} role="presentation">
        <SearchField
          label="Search tokens"
          placeholder="Search by name or ID"
          autofocus
          value={words}
          onChange={setWords}
        />
        {activity.kind === 'failed' ? (
          <FailureNote
            failure={activity.failure}
            title="Couldn’t load all tokens"
            retry={{ isFetching: false, refetch: resume }}
          />
        ) : isLoading ? (
          <ProgressLine
            label="Loading tokens"
            value={tokens.length}
            max={isCounted ? totalCount : null}
            action={
              activity.kind === 'stopped' && (
                <Button size="small" onClick={resume}>
                  Resume loading
                </Button>
              )
            }
          >
            {totalCount === null
              ? 'Loading tokens…'
              : `${grouped(tokens.length)} of ${count(totalCount, 'token')} loaded`}
            {activity.kind === 'reading' && activity.until !== null && <WaitSeconds until={activity.until} />}
          </ProgressLine>
        ) : null}
        <p role="status" className="quiet">
          {!isLoading &&
            (query ? `${grouped(found.length)} of ${count(tokens.length, 'token')}` : count(tokens.length, 'token'))}
        </p>
        {found.length > 0 && (
          <VirtualList label="Tokens" items={found} keyOf={({ id }) => id}>
            {(token) => (
              <button type="button" className={styles.token} onClick={() => onChoose(token.id)}>
                <b>
                  <TokenName name={token.name} />
                </b>
                <StatusAt token={token} now={now} />
              </button>
            )}
          </VirtualList>
        )}
        {found.length === 0 && !isLoading && (
          <p className="quiet">{query ? `No tokens match “${query}”.` : 'This account has no tokens.'}</p>
        )}
      </div>
    </Dialog>
  )
}
