import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Icon } from './icon.tsx'
import { Button, type ButtonTone } from './button.tsx'
import { copyText } from './copy-text.ts'
import { IconButton } from './icon-button.tsx'

type CopyButtonProps = {
  /** The text, or a function that creates it on click. If that fails, the text counts as not copied. */
  value: string | (() => Promise<string>)
  label: string
  tone?: ButtonTone
  size?: 'regular' | 'small'
  iconOnly?: boolean
  onCopied?: () => void
}

const SAID_MS = 2500

/** Copies, and says "Copied" only when the clipboard has the text. */
export function CopyButton({ value, label, tone = 'default', size = 'regular', iconOnly, onCopied }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')

  // Resets the word after a while.
  useEffect(() => {
    if (state === 'idle') return undefined
    const timer = setTimeout(() => setState('idle'), SAID_MS)
    return () => clearTimeout(timer)
  }, [state])

  const copy = async () => {
    const isCopied = await copyText(value)
    setState(isCopied ? 'copied' : 'failed')
    if (isCopied) onCopied?.()
  }
  const said = state === 'copied' ? 'Copied' : state === 'failed' ? 'Couldn’t copy' : label
  const icon = state === 'copied' ? <Icon of={Check} /> : <Icon of={Copy} />

  return (
    <>
      {iconOnly ? (
        <IconButton label={said} icon={icon} onClick={() => void copy()} />
      ) : (
        <Button tone={tone} size={size} icon={icon} onClick={() => void copy()}>
          {said}
        </Button>
      )}
      <span role="status" className="visually-hidden">
        {state === 'idle' ? '' : said}
      </span>
    </>
  )
}
