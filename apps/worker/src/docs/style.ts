/** The page's whole style; one column on a phone, the contents beside on a wide screen, dark when the reader wants dark. */
export const style = `
:root{color-scheme:light dark;--ink:#1d2129;--soft:#5b6472;--line:#d9dde3;--ground:#fff;--field:#f4f6f8;--link:#0b57b5}
@media (prefers-color-scheme:dark){:root{--ink:#e6e8eb;--soft:#a2abb8;--line:#373d47;--ground:#14171c;--field:#1e232a;--link:#7db4ff}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.65 system-ui,-apple-system,"PingFang SC","Microsoft YaHei",sans-serif}
.page{max-width:72rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0 1rem}
h2{font-size:1.25rem;line-height:1.4;margin:2rem 0 .5rem}
h1 [lang=en],h2 [lang=en]{display:block;font-size:1rem;font-weight:400}
h3{font-size:1rem;margin:1.25rem 0 .25rem;color:var(--soft)}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,pre:focus-visible{outline:2px solid var(--link);outline-offset:2px}
[lang=en]{color:var(--soft)}
code,pre{font:.875rem/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--field);border-radius:.375rem}
code{padding:.1em .35em;overflow-wrap:anywhere}
pre{padding:.75rem;overflow-x:auto;margin:.25rem 0 .75rem;border:1px solid var(--line)}
section{border-top:1px solid var(--line);padding-bottom:1rem}
nav ul{list-style:none;margin:0;padding:0}
nav li a{display:block;padding:.6rem 0;text-decoration:none;min-height:2.75rem;line-height:1.45}
nav li [lang=en]{font-size:.875rem}
nav .group{margin-top:1rem;padding-bottom:.25rem;border-bottom:1px solid var(--line);font-weight:600}
nav .group [lang=en]{font-weight:400}
main ul,header ul{margin:.5rem 0;padding-left:1.25rem}
main li,header li{margin:.25rem 0}
dl{margin:.25rem 0 .75rem}
dt{margin-top:.6rem}
dd{margin:0 0 0 1rem}
.method{font-weight:600;margin-right:.5rem}
.must{color:var(--soft);font-size:.875rem}
@media (min-width:60rem){.page{display:grid;grid-template:"nav head" auto "nav main" 1fr/17rem minmax(0,1fr);gap:0 2.5rem}header{grid-area:head}main{grid-area:main}nav{grid-area:nav;position:sticky;top:0;max-height:100vh;overflow:auto;padding:1rem 0;align-self:start}}
@media print{nav{display:none}pre{white-space:pre-wrap}}
`;
