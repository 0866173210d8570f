import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { Chip } from '#app/ui/chip.tsx'
import styles from './shell.module.css'

type HeaderChipProps = Pick<ComponentProps<typeof Chip>, 'tone' | 'title'> & { icon: LucideIcon; words: ReactNode }

/** A state in the header: where there is little room its words are for screen readers only. */
export function HeaderChip({ tone, icon, title, words }: HeaderChipProps) {
  return (
    <Chip tone={tone} icon={icon} {...(title && { title })}>
      <span className={styles.words}>{words}</span>
    </Chip>
  )
}
