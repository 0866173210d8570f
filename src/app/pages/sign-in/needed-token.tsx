import { ExternalLink } from '#app/ui/external-link.tsx'
import { createTokenUrl } from '#domain/dashboard/create-token-url.ts'
import styles from './sign-in.module.css'

/** Which token signs in, and Cloudflare's form for it with these permissions chosen. */
export function NeededToken() {
  return (
    <div className={styles.needed}>
      <p>Create one in Cloudflare’s dashboard. The form opens with these permissions:</p>
      <ul>
        <li>
          <b>Account API Tokens Write</b> to manage tokens, or <b>Read</b> to view them
        </li>
        <li>
          <b>Zone Read</b>, <b>Workers R2 Storage Read</b> and <b>Workers Scripts Read</b> to see names instead of IDs
        </li>
      </ul>
      <p className={styles.links}>
        <ExternalLink href={createTokenUrl('edit')}>Create token</ExternalLink>
        <ExternalLink href={createTokenUrl('read')}>Create read-only token</ExternalLink>
      </p>
      <p className="quiet">Creating account tokens requires the Super Administrator or Administrator role.</p>
    </div>
  )
}
