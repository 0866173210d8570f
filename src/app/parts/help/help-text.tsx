import type { RefObject } from 'react'
import { ExternalLink } from '#app/ui/external-link.tsx'
import { Popover } from '#app/ui/popover.tsx'
import styles from './help.module.css'
import { topics, type Topic } from './topics.ts'

type HelpTextProps = { topic: Topic; anchor: RefObject<HTMLElement | null>; onClose: () => void }

export function HelpText({ topic, anchor, onClose }: HelpTextProps) {
  const { word, text, link } = topics[topic]
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
