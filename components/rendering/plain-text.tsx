import { useMemo } from 'react'
import { cutText } from './reading-limits'
import { splitHidden } from './visible-characters'

const pieceLength = 8_000

/** A text as it is, every line in its own direction. Long ones are laid out piece by piece as they come into sight. */
export function PlainText({ text, code = true }: { text: string; code?: boolean }) {
  const pieces = useMemo(() => {
    let at = 0
    return cutText(text, pieceLength).map(piece => {
      let offset = 0
      const segments = splitHidden(piece, { code }).map(segment => {
        const key = offset
        offset += segment.value.length
        return { ...segment, key }
      })
      const key = at
      at += piece.length
      return { key, segments }
    })
  }, [text, code])
  return pieces.map(piece => (
    <div key={piece.key} className={pieces.length > 1 ? 'plain-text plain-text-piece' : 'plain-text'}>
      {piece.segments.map(segment =>
        segment.kind === 'text' ? (
          segment.value
        ) : (
          <mark key={segment.key} data-hidden="" dir="ltr">
            {segment.value}
          </mark>
        ),
      )}
    </div>
  ))
}
