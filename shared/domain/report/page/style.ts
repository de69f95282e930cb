// How a report looks beyond what all pages have: ink on white, nothing told by colour alone, and paper of its own size with each regency on a new sheet.

export const REPORT_STYLE = `
body{max-width:62rem}
h1{font-size:1.6rem}
h2{font-size:1.35rem;line-height:1.25;margin:0 0 .25rem}
h3{font-size:1.05rem;margin:1.6rem 0 .4rem}
h4{font-size:1rem;margin:0 0 .35rem}
.regency{border-top:3px solid #1b1f24;margin-top:2.5rem;padding-top:1rem}
.regency.only{border-top:0;margin-top:0;padding-top:0}
.lead{color:#3d444d}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr));gap:.75rem;margin:1rem 0}
.figure{border:1px solid #57606a;border-radius:.3rem;padding:.6rem .8rem}
.figure .value{font-size:1.55rem;font-weight:700;line-height:1.2;margin:.1rem 0;font-variant-numeric:tabular-nums}
.figure .value.long{font-size:1.15rem;line-height:1.6}
.figure .label{font-size:.9rem;font-weight:600;margin:0}
.figure .beside{font-size:.85rem;color:#3d444d;margin:.15rem 0 0}
.flag{border:2px solid #1b1f24;padding:.05rem .4rem;font-weight:700;font-size:.85em;white-space:nowrap}
.key{display:inline-block;margin-right:1rem}
.trial{border:2px dashed #1b1f24;padding:.4rem .8rem;font-weight:600}
.time{white-space:nowrap}
.note{font-size:.88rem;color:#3d444d}
.missing{color:#57606a;font-style:italic;font-weight:400}
.source{font-size:.8em;color:#3d444d;white-space:nowrap}
.wide{overflow-x:auto}
thead th{border-bottom:2px solid #1b1f24;vertical-align:bottom;font-size:.88rem}
th.number{text-align:right;white-space:normal}
tfoot th,tfoot td{border-top:2px solid #1b1f24;border-bottom:0;font-weight:700}
tr.part>*{font-weight:400}
tr.part>:first-child{padding-left:1.5rem}
tr.whole>*{font-weight:600;background:#f3f5f7}
.roster{display:block;font-size:.82rem;color:#3d444d}
.chart{min-width:38rem;height:auto;font-size:11px;font-family:inherit}
.chart text{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
.chart .strong{font-weight:700}
.halves{display:grid;grid-template-columns:1fr 1fr;gap:0 2.5rem}
.halves table{font-size:.88rem}
.halves th,.halves td{padding:.15rem .3rem;white-space:nowrap}
.halves tr.at>*{font-weight:700;border-top:2px solid #1b1f24;border-bottom:2px solid #1b1f24}
.agreement{border:1px solid #57606a;border-radius:.3rem;padding:.6rem .8rem;margin:.75rem 0}
.agreement th,.agreement td{padding:.2rem .5rem .2rem 0;border-bottom:1px solid #e3e7eb}
.agreement tr:last-child>*{border-bottom:0}
.agreement th{width:13rem}
ol.sources{padding-left:2.2rem;font-size:.88rem;overflow-wrap:anywhere}
.doubt{font-style:italic}
@media(max-width:34rem){
.halves{grid-template-columns:1fr;gap:.75rem}
.time{white-space:normal}
.agreement th,.agreement td{display:block;width:auto;border:0;padding:0}
.agreement tr{display:block;padding:.25rem 0;border-bottom:1px solid #e3e7eb}
}
@media print{
@page{size:A4;margin:14mm 13mm 15mm}
html{font-size:9.2pt}
body{font-size:1rem;line-height:1.35}
h1{font-size:16pt}
h2{font-size:14pt}
h3{font-size:11pt;margin:4.5mm 0 1.5mm}
.regency{break-before:page;border-top:0;margin-top:0;padding-top:0}
.regency.only{break-before:auto}
h2,h3,h4,.intro{break-after:avoid}
.figures{grid-template-columns:repeat(4,1fr);gap:2mm}
.figure{padding:1.5mm 2mm}
.figure .value{font-size:14pt}
.figure .value.long{font-size:10.5pt;line-height:1.6}
.figure,.agreement,.kept,thead,.outlook{break-inside:avoid}
thead{display:table-header-group}
tfoot{display:table-row-group}
.wide{overflow:visible}
.chart{min-width:0}
.halves{grid-template-columns:1fr 1fr}
th,td{padding:.7mm 1.5mm}
.halves th,.halves td{padding:.3mm 1mm}
}
`;
