/** The style of the page at `/`: one column on a phone, two beside each other, dark where that is asked for. */
export const homeCss = `
:root{color-scheme:light dark;--ink:#23211f;--soft:#6a645e;--paper:#faf7f2;--card:#fff;--line:#e6dfd5;--code:#f4efe7;--red:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#f1ece5;--soft:#b3aaa0;--paper:#191716;--card:#232020;--line:#3a3532;--code:#1b1918;--red:#ff8a7d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif}
header,main,footer{max-width:60rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:clamp(2.5rem,9vw,5rem);padding-bottom:2rem}
.host{margin:0;color:var(--soft);font-size:.9rem}
h1{margin:.75rem 0 1.1rem;font-size:clamp(1.75rem,6.4vw,3rem);line-height:1.25;letter-spacing:.02em;border-left:.35rem solid var(--red);padding-left:1rem}
h1 span{display:inline-block}
.lead{margin:0;font-size:1.1rem}
.en{color:var(--soft);font-size:.92rem}
main{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:1rem}
.door{display:block;padding:1.2rem 1.35rem;background:var(--card);border:1px solid var(--line);border-radius:.6rem;color:inherit;text-decoration:none}
a.door:hover,a.door:focus-visible{border-color:var(--red);outline:2px solid var(--red);outline-offset:-1px}
.door h2{margin:0 0 .35rem;font-size:1.15rem}
a.door h2{color:var(--red)}
a.door h2::after{content:" →";font-weight:400}
.door small{color:var(--soft);font-weight:400;font-size:.85rem;margin-left:.25rem}
.door p{margin:.15rem 0 0}
.door pre{margin:.8rem 0 0;padding:.6rem .75rem;background:var(--code);border-radius:.35rem;white-space:pre-wrap;overflow-wrap:anywhere;font:.82rem/1.6 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
footer{padding-top:2rem;padding-bottom:3rem;color:var(--soft);font-size:.85rem}
footer a{color:inherit}
`
