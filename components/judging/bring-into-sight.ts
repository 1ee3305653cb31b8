/** Side by side only sideways, so that the prompt and the place in the texts stay; one below the other to its start. */
export function bringIntoSight(area: HTMLElement, article: HTMLElement, focusMode: boolean) {
  const outer = area.getBoundingClientRect()
  const inner = article.getBoundingClientRect()
  if (!focusMode && inner.width < outer.width * 0.9) {
    if (inner.x < outer.x) area.scrollBy(inner.x - outer.x, 0)
    else if (inner.x + inner.width > outer.x + outer.width)
      area.scrollBy(inner.x + inner.width - outer.x - outer.width, 0)
  } else if (!focusMode || inner.y < outer.y) article.scrollIntoView({ block: 'start' })
}
