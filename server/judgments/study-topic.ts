// The name under which changes of a study's judgments and assignments are announced (platform/events.ts).

export const studyTopic = (studyId: string): string => `study:${studyId}`
