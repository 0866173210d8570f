import { documentation } from '#app/parts/help/documentation.ts'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { ExternalLink } from '#app/ui/external-link.tsx'
import { s3Endpoint, s3Form } from '#domain/secret/hand-over.ts'
import styles from './secret.module.css'

type S3KeysProps = {
  accountId: string
  tokenId: string
  /** Replaces the secret access key on screen. */
  mask: string
  jurisdiction: string
  readSecretKey: () => Promise<string>
  onCopied: () => void
}

/** The key pair and the endpoint for R2's S3 API, each to copy alone, or all of them for a `.env` file. */
export function S3Keys({ accountId, tokenId, mask, jurisdiction, readSecretKey, onCopied }: S3KeysProps) {
  const rows = [
    { term: 'Access key ID', text: tokenId, value: tokenId },
    // The others can be read again on the token's page.
    { term: 'Secret access key', text: mask, value: readSecretKey, onCopied },
    {
      term: jurisdiction === 'default' ? 'Endpoint' : `Endpoint (${nameOf(jurisdiction)})`,
      text: s3Endpoint(accountId, jurisdiction),
      value: s3Endpoint(accountId, jurisdiction),
    },
  ]
  const all = async () => s3Form({ accountId, tokenId, sha256: await readSecretKey(), jurisdiction })
  return (
    <div className={`stack ${styles.form}`}>
      <dl className={styles.keys}>
        {rows.map(({ term, text, ...copy }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <code>{text}</code>
              <CopyButton {...copy} label={`Copy the ${term.charAt(0).toLowerCase()}${term.slice(1)}`} iconOnly />
            </dd>
          </div>
        ))}
      </dl>
      <CopyButton value={all} label="Copy all for .env" size="small" onCopied={onCopied} />
      <p className="quiet">
        The secret access key is the SHA-256 of the token secret.{' '}
        <ExternalLink href={documentation.r2}>R2 authentication</ExternalLink>
      </p>
    </div>
  )
}

/** How Cloudflare writes a jurisdiction. */
export const nameOf = (jurisdiction: string) => NAMES[jurisdiction] ?? jurisdiction

const NAMES: Partial<Record<string, string>> = { eu: 'EU', fedramp: 'FedRAMP' }
