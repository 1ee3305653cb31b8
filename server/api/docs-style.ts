/** The looks of the documentation page: readable in light and dark, wide and narrow. */
export const docsStyle = `
:root { color-scheme: light dark; --line: light-dark(#d9dce3, #3a404c); --soft: light-dark(#f5f6f8, #20242c); --quiet: light-dark(#555d6b, #aab1bf); --link: light-dark(#1d4ed8, #9db8ff); --back: light-dark(#fff, #16181d); --ink: light-dark(#171a20, #eceef2); }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; display: grid; grid-template-columns: 18rem minmax(0, 1fr); font: 16px/1.55 system-ui, sans-serif; background: var(--back); color: var(--ink); }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.25rem; border-inline-end: 1px solid var(--line); font-size: .875rem; background: var(--soft); }
nav ul { list-style: none; margin: 0; padding: 0; }
nav > ul > li { font-weight: 600; margin-block: .75rem; }
nav li ul li { font-weight: 400; }
nav a { display: block; padding: .2rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
.product { font-weight: 700; font-size: 1rem; margin: 0; }
main { padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 64rem; }
a { color: var(--link); }
h1 { font-size: 1.75rem; margin: 0 0 .5rem; }
h2 { margin-top: 2.5rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
section { border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.25rem; margin-block: 1rem; }
section h3 { margin: 0; font-size: 1.05rem; }
section:target { outline: 2px solid var(--link); }
.line { margin: .35rem 0; overflow-wrap: anywhere; }
.method { display: inline-block; min-width: 3.8rem; text-align: center; font: 600 .75rem/1.7 ui-monospace, monospace; border-radius: .3rem; border: 1px solid currentColor; padding: 0 .4rem; }
.get { color: light-dark(#1d4ed8, #9db8ff); } .post { color: light-dark(#15713a, #7ee2a4); } .put, .patch { color: light-dark(#8a5200, #f2c078); } .delete { color: light-dark(#b3261e, #ff9d94); }
code { font: .875em ui-monospace, monospace; background: var(--soft); border-radius: .25rem; padding: .1em .3em; overflow-wrap: anywhere; }
summary { cursor: pointer; color: var(--link); width: fit-content; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: .2rem; }
.scroll { overflow-x: auto; }
th code { white-space: nowrap; }
table { border-collapse: collapse; width: 100%; min-width: 30rem; font-size: .875rem; margin-block: .75rem; }
caption { text-align: start; font-weight: 600; padding-block: .3rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-top: 1px solid var(--line); }
th { font-weight: 400; } thead th { font-weight: 600; }
b { font-size: .75rem; font-weight: 600; color: light-dark(#b3261e, #ff9d94); }
.type, .limits { display: block; } .limits { color: var(--quiet); font-size: .8125rem; }
@media (max-width: 52rem) { body { display: block; } nav { position: static; height: auto; max-height: 45vh; border-inline-end: 0; border-bottom: 1px solid var(--line); } }
`
