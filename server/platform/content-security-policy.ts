/** What a page may load and run: our own files, and inline scripts that carry this response's nonce. Nothing remote. */
export function contentSecurityPolicy(nonce: string, { isDevelopment }: { isDevelopment: boolean }) {
  // React's development build rebuilds server stack traces with eval.
  const development = isDevelopment ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    // Styles cannot carry nonces when they are attributes, and positioning (menus, KaTeX) needs attributes.
    "style-src 'self' 'unsafe-inline'",
    // No remote host: an image in a response could tell its maker that it is being read, and the reader who made it.
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
