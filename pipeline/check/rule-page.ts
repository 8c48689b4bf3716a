/** Where the rules' pages lie, in this project. */
const pages = 'docs/rules/'

export function rulePage(rule: string): string {
  return `${pages}${rule}.md`
}
