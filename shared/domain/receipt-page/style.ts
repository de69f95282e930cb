// How a page looks: dark on light, readable on a phone and on paper, and one of two languages at a time, chosen without any script.

export const PAGE_STYLE = `
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem;font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;color:#1b1f24;background:#fff}
h1{font-size:1.35rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
h3{font-size:1rem;margin:0}
p{margin:.4rem 0}
.language{position:absolute;opacity:0}
.languages{display:flex;gap:.25rem;justify-content:flex-end}
.languages label{padding:.3rem .8rem;border:1px solid #57606a;border-radius:1rem;cursor:pointer}
#language-id:checked~.languages label[for=language-id],#language-en:checked~.languages label[for=language-en]{background:#1b4f72;border-color:#1b4f72;color:#fff}
#language-id:focus-visible~.languages label[for=language-id],#language-en:focus-visible~.languages label[for=language-en]{outline:3px solid #b35900;outline-offset:2px}
#language-id:checked~* .en,#language-en:checked~* .id{display:none}
.outcome{border-left:.5rem solid #57606a;background:#f3f5f7;padding:.75rem 1rem;border-radius:.25rem}
.outcome.good{border-color:#1a7f37;background:#eef8f0}
.outcome.look{border-color:#b35900;background:#fdf5ea}
.outcome.bad{border-color:#b3261e;background:#fceeed}
.outcome>p:first-child{font-weight:700;font-size:1.15rem;margin-top:0}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid #d0d7de}
th{font-weight:600}
.about th{width:11rem}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
td.bar{width:45%;vertical-align:middle}
svg{display:block;width:100%;height:1rem}
svg.stack{height:1.75rem;margin:.5rem 0}
svg.swatch{display:inline-block;width:.8rem;height:.8rem;margin-right:.45rem;vertical-align:-.05rem}
bdi,code{overflow-wrap:anywhere}
code{font-family:ui-monospace,"Liberation Mono",Menlo,monospace;font-size:.9em;background:#f3f5f7;padding:.1rem .3rem;border-radius:.2rem}
.problem{border:1px solid #d0d7de;border-radius:.4rem;padding:.75rem;margin:.75rem 0}
.problem header{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline}
.mark{font-size:.85rem;font-weight:700;padding:.05rem .5rem;border-radius:.3rem;color:#fff;background:#b3261e}
.mark.warning{background:#8a4500}
.code{color:#57606a;font-size:.85rem}
.saying+.saying{border-top:1px solid #d0d7de;margin-top:.6rem;padding-top:.6rem}
summary{cursor:pointer;color:#1b4f72;padding:.3rem 0}
.rows{margin:.3rem 0;overflow-wrap:anywhere}
footer{margin-top:2.5rem;padding-top:.75rem;border-top:1px solid #d0d7de;color:#57606a;font-size:.85rem}
@media(max-width:34rem){
.about tr,.about th,.about td{display:block;width:auto}
.about tr{border-bottom:1px solid #d0d7de;padding:.3rem 0}
.about th,.about td{border:0;padding:0}
td.bar,th.bar{display:none}
}
@media print{
body{max-width:none;padding:0;font-size:10.5pt}
.languages{display:none}
.problem,.outcome,tr{break-inside:avoid}
details::details-content{content-visibility:visible;height:auto}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
