import styles from './safe-text.module.css'

type SafeTextProps = { segments: { text: string; hidden: boolean }[] }

/**
 * Text with its invisible characters spelled out, isolated so that it cannot change the direction of its surroundings.
 */
export function SafeText({ segments }: SafeTextProps) {
  return (
    <bdi>
      {segments.map(({ text, hidden }, index) =>
        hidden ? (
          <span key={index} className={styles.hidden} title="An invisible character">
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </bdi>
  )
}
