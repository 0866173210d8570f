import { Button } from '#app/ui/button.tsx'
import { CodeBlock } from '#app/ui/code-block.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { ExternalLink } from '#app/ui/external-link.tsx'
import { createTokenUrl } from '#domain/dashboard/create-token-url.ts'
import styles from './connect-dialog.module.css'

const COMMAND = 'CLOUDFLARE_API_TOKEN=<your token> npm start'

/** How to leave the sandbox: the credential belongs to the server, so nothing of it is entered here. */
export function ConnectDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title="Connect your account"
      description="Use your own API token. It never leaves the server."
      onClose={onClose}
      footer={
        <Button tone="primary" data-autofocus onClick={onClose}>
          Done
        </Button>
      }
    >
      <ol className={styles.steps}>
        <li>
          Create an account API token in Cloudflare’s dashboard. The form opens with the needed permissions:{' '}
          <ExternalLink href={createTokenUrl('edit')}>Create token</ExternalLink> or{' '}
          <ExternalLink href={createTokenUrl('read')}>Create read-only token</ExternalLink>
        </li>
        <li>
          Stop this server with Ctrl+C and start it with your token:
          <CodeBlock label="Command to start with a token" code={COMMAND} copyable wrap />
        </li>
        <li>Reload this page. The sandbox tag is gone and your tokens are listed.</li>
      </ol>
    </Dialog>
  )
}
