export { default } from '../results/layout'
