import { revealHidden } from '#domain/text/hidden.ts'
import { SafeText } from '#app/ui/safe-text.tsx'

type TokenNameProps = { name: string }

/**
 * A token's name. It may be malicious, so characters that are invisible or change the text direction are spelled out.
 */
export function TokenName({ name }: TokenNameProps) {
  if (!name.trim()) return <i>Unnamed token</i>
  return <SafeText segments={revealHidden(name)} />
}
