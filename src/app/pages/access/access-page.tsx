import { useAccountReach } from '#app/parts/findings/use-account-reach.ts'
import { InventoryTrouble } from '#app/parts/inventory/inventory-trouble.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

/** Who can reach what: a question with its answers, all tokens in a table, and two of them compared. */
export function AccessPage() {
  const state = useAccountReach(useAccountId())
  return (
    <>
      <PageHeader title="Access" description="Who can reach what, from the policies of all tokens." />
      <div className="stack">
        <InventoryTrouble {...state} />
      </div>
    </>
  )
}
