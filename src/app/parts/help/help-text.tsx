import type { RefObject } from 'react'
import { ExternalLink } from '#app/ui/external-link.tsx'
import { Popover } from '#app/ui/popover.tsx'
import styles from './help.module.css'
import { helpWords, type Topic } from './help-words.ts'
import { topics } from './topics.ts'

type HelpTextProps = { topic: Topic; anchor: RefObject<HTMLElement | null>; onClose: () => void }

export function HelpText({ topic, anchor, onClose }: HelpTextProps) {
  const word = helpWords[topic]
  const { text, link } = topics[topic]
  return (
    <Popover anchor={anchor} label={word} onClose={onClose}>
      <div className={styles.text}>
        <p>
          <b>{word}</b>
        </p>
        <p>{text}</p>
        <ExternalLink href={link}>Cloudflare documentation</ExternalLink>
      </div>
    </Popover>
  )
}
