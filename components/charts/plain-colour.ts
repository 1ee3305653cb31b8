/** A colour of CSS (oklch(…), names) as readers of SVG files know it: `#rrggbb`, or `rgba(…)`. */
export function plainColour(colour: string): string {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return colour
  pen.fillStyle = colour
  pen.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 255] = pen.getImageData(0, 0, 1, 1).data
  if (alpha < 255) return `rgba(${red}, ${green}, ${blue}, ${(alpha / 255).toFixed(3)})`
  return `#${[red, green, blue].map(part => part.toString(16).padStart(2, '0')).join('')}`
}
