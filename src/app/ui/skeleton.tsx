import styles from './skeleton.module.css'

type SkeletonProps = { width?: string; height?: number; lines?: number }

/** A placeholder for text. It appears after 200 ms, so that a quick answer does not flicker. */
export function Skeleton({ width = '100%', height = 12, lines = 1 }: SkeletonProps) {
  return (
    <span aria-hidden className={styles.skeleton}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} style={{ width: lines > 1 && line === lines - 1 ? '60%' : width, height }} />
      ))}
    </span>
  )
}
