import people from './people.json'

/** For looking around on one's own machine only; printed when the demo starts. */
export const demoPassword = 'made-up-for-the-demo'

export const demoAdmin = people.find(person => person.role === 'ADMIN')
export const demoAnnotators = people.filter(person => person.role === 'ANNOTATOR')
export const demoPeople = people
