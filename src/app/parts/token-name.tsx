import { revealHidden } from '#domain/token/name.ts'
import { SafeText } from '#app/ui/safe-text.tsx'

type TokenNameProps = { name: string }

/** A token's name. Names are hostile input, so what would be invisible or turn the line around is spelled out. */
export function TokenName({ name }: TokenNameProps) {
  if (!name.trim()) return <i>Unnamed token</i>
  return <SafeText segments={revealHidden(name)} />
}
