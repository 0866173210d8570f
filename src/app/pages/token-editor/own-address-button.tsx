import { LocateFixed } from 'lucide-react'
import type { ClientAddress } from '#app/api/client-address.ts'
import { explainFailure } from '#app/parts/explain-failure.ts'
import { useClientAddress } from '#app/queries/client-address.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import styles from './token-editor.module.css'

/** Adds the address that the server sees the user at, or says why that is no use. */
export function OwnAddressButton({ onAdd }: { onAdd: (range: string) => void }) {
  const clientAddress = useClientAddress()
  return (
    <div className={styles.ownAddress}>
      <Button
        size="small"
        tone="quiet"
        icon={<Icon of={LocateFixed} />}
        busy={clientAddress.isPending}
        onClick={() =>
          clientAddress.mutate(undefined, {
            onSuccess: ({ address, kind }) => address && kind === 'public' && onAdd(rangeOf(address)),
          })
        }
      >
        Use my current address
      </Button>
      <p role="status" className="quiet">
        {clientAddress.data && wordsOf(clientAddress.data)}
        {clientAddress.error && `${explainFailure(clientAddress.error).title}.`}
      </p>
    </div>
  )
}

const isV6 = (address: string) => address.includes(':')
const rangeOf = (address: string) => `${address}/${isV6(address) ? 128 : 32}`

function wordsOf({ address, kind }: ClientAddress): string {
  if (address === null || kind === 'unknown')
    return 'This server can’t see your address: an unknown proxy is in between (TRUSTED_PROXIES).'
  if (kind === 'local') return `This server sees you at ${address}, which Cloudflare won’t.`
  const [own, other] = isV6(address) ? ['IPv6', 'IPv4'] : ['IPv4', 'IPv6']
  return `Added ${rangeOf(address)}, your ${own} address. Requests over ${other} come from another one.`
}
