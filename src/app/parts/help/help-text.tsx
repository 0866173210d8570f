import type { RefObject } from 'react'
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
        <a href={link} target="_blank" rel="noreferrer">
          Cloudflare documentation
        </a>
      </div>
    </Popover>
  )
}
