import { useQuery } from '@tanstack/react-query'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import {
  dismissNewSecret,
  lostNewSecrets,
  onNewSecretsChange,
  type KeptNewSecret,
} from '#app/parts/secret/kept-new-secrets.ts'
import { useKept } from '#app/parts/use-kept.ts'
import { rolledTokenQuery } from '#app/queries/rolled-token.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import { nameInText } from '#domain/token/name.ts'
import { RollOutcome } from './roll-outcome.tsx'
import { UnknownOutcome } from './unknown-outcome.tsx'

const LOST = { read: lostNewSecrets, onChange: onNewSecretsChange }

type LostSecretsProps = { accountId: string; className: string | undefined }

/** New secrets that a reload or a crash took before the user had them, until they are dismissed. */
export function LostSecrets({ accountId, className }: LostSecretsProps) {
  const lost = useKept(accountId, LOST)
  return lost.map((secret) => (
    <div key={secret.key} className={className}>
      <LostSecret accountId={accountId} secret={secret} onDismiss={() => dismissNewSecret(secret.key)} />
    </div>
  ))
}

type LostSecretProps = { accountId: string; secret: KeptNewSecret; onDismiss: () => void }

function LostSecret({ accountId, secret, onDismiss }: LostSecretProps) {
  const look = useQuery(rolledTokenQuery(accountId, secret.tokenId))
  const token = look.data ?? null
  const name = token ? `“${nameInText(token)}”` : secret.tokenId
  const open = (
    <Link href={paths.token(accountId, secret.tokenId)} ignoreBlocker>
      Open token
    </Link>
  )
  const dismiss = (
    <Button
      size="small"
      data-dismiss-secret
      onClick={({ currentTarget }) => {
        passFocus(currentTarget, { within: 'main', kin: '[data-dismiss-secret]', otherwise: 'h1' })
        onDismiss()
      }}
    >
      Dismiss
    </Button>
  )
  if (secret.step === 'shown')
    return (
      <Note tone="caution" role="alert" title={`The new secret of ${name} may be lost`} action={dismiss}>
        <p>The page was reloaded before you pressed Done. If you haven’t stored the secret, roll the token. {open}</p>
      </Note>
    )
  return (
    <UnknownOutcome
      what={`the secret of ${name} was rolled`}
      failure={null}
      look={look}
      onLookAgain={() => void look.refetch()}
      otherAction={dismiss}
    >
      <RollOutcome before={secret.before} found={token} />
      {token && <p>{open}</p>}
    </UnknownOutcome>
  )
}
