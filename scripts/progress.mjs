// One line per step, with the seconds since the command was given.
const startedMs = Date.now()
let stream = process.stdout
let quiet = false

/** Prints a progress line. */
export function say(message) {
  if (quiet) return
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1).padStart(6)
  stream.write(`[${seconds} s] ${message}\n`)
}

/** Progress goes to standard error from now on: standard output belongs to the command's result. */
export function sayOnStandardError() {
  stream = process.stderr
}

/** What a step needs to print on where progress goes: a `stdio` entry of a child process. */
export const progressDescriptor = () => (stream === process.stderr ? 2 : 1)

export function silence() {
  quiet = true
}
