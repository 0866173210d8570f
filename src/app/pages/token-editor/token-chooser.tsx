import { useState } from 'react'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { VirtualList } from '#app/parts/virtual-list.tsx'
import { useInventory } from '#app/queries/inventory.ts'
import { Button } from '#app/ui/button.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { isPartial } from '#domain/inventory/inventory.ts'
import { fold } from '#domain/text/fold.ts'
import styles from './token-editor.module.css'

type TokenChooserProps = { onChoose: (tokenId: string) => void }

/** Every token of the account to choose one from, found by name or ID. The list is read on while it is open. */
export function TokenChooser({ onChoose }: TokenChooserProps) {
  const accountId = useAccountId()
  const [words, setWords] = useState('')
  const { inventory, activity, resume } = useInventory(accountId, true)
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  const matches = inventory.tokens.filter(({ name, id }) => {
    const text = `${fold(name)} ${id}`
    return wanted.every((word) => text.includes(word))
  })
  const hasAll = !isPartial(inventory)
  const goOn = (
    <Button size="small" onClick={resume}>
      Go on loading
    </Button>
  )

  return (
    <div className={`stack ${styles.fields}`}>
      <SearchField label="Find a token to copy" placeholder="Search name, id" value={words} onChange={setWords} />
      <p role="status" className="quiet">
        {wanted.length > 0 && `${matches.length} found. `}
        {!hasAll && `Loaded ${inventory.tokens.length} of ${inventory.totalCount ?? 'all'} tokens.`}
      </p>
      {activity.kind === 'failed' && (
        <FailureNote failure={activity.failure} title="Not all tokens could be loaded" action={goOn} />
      )}
      {activity.kind === 'stopped' && !hasAll && goOn}
      {matches.length > 0 && (
        <VirtualList label="Tokens to copy" items={matches} keyOf={({ id }) => id}>
          {({ id, name }) => (
            <Button size="small" tone="quiet" onClick={() => onChoose(id)}>
              <TokenName name={name || id} />
            </Button>
          )}
        </VirtualList>
      )}
    </div>
  )
}
