// What is sent. The same bytes at every attempt.

export interface WebhookMessage {
  type: string
  at: Date
  data: unknown
}

export const messageBody = ({ type, at, data }: WebhookMessage): string =>
  JSON.stringify({ type, timestamp: at.toISOString(), data })

export const messageId = (eventId: string): string => `msg_${eventId.replaceAll('-', '')}`
