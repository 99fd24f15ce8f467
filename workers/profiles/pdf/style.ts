/** Print style: A4, colours kept, two fixed sheets. */
export const STYLE = `
@page{size:A4;margin:0}
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font:400 9.4pt/1.55 Pretendard,'Noto Sans KR','Noto Sans CJK KR',sans-serif;color:#2a211a;background:#fff;word-break:keep-all;overflow-wrap:anywhere}
.sheet{width:210mm;height:296.9mm;padding:15mm 17mm 12mm;overflow:hidden;display:flex;flex-direction:column;position:relative}
.sheet+.sheet{break-before:page}
header,footer{display:flex;justify-content:space-between;gap:8mm;font-size:8.2pt;color:#6d6154}
header b{color:#2a211a;font-size:10pt}
footer{margin-top:auto;padding-top:4mm;align-items:flex-end;line-height:1.45}
footer p:last-child{text-align:right;flex:none}
h1{font-size:40pt;line-height:1.12;letter-spacing:-.025em;font-weight:700}
h1 small{display:block;font-size:19pt;letter-spacing:-.015em;line-height:1.3}
h1 .seal{display:inline-block;font:700 13pt/1.3 Pretendard,sans-serif;letter-spacing:0;border:.7mm solid;border-radius:2.4mm;padding:.6mm 2.6mm;margin-left:2mm;transform:rotate(-4deg);vertical-align:middle;white-space:nowrap}
.chip{font-style:normal;font-weight:700;font-size:7.6pt;background:#fff3cf;color:#3f300b;border-radius:3mm;padding:.3mm 2mm;white-space:nowrap}
h2{font-size:12.5pt;line-height:1.3;letter-spacing:-.01em}
h3{font-size:10.6pt;line-height:1.4}
.lead{font-size:12.5pt;color:#6d6154;margin-top:2mm}
.hero{display:flex;flex-direction:column;align-items:center;text-align:center;margin-top:4mm}
.figure{width:78mm;height:78mm;border-radius:50%;padding:4mm;margin-bottom:4mm}
.figure svg{display:block;width:100%;height:100%}
.whose{font-weight:700;font-size:10.5pt;margin-bottom:1mm;max-width:150mm}
.summary{font-size:10.2pt;max-width:150mm;margin:4mm auto 0;text-wrap:pretty}
.band{display:block;overflow:visible}
.ends{display:flex;justify-content:space-between;font-weight:700;align-items:baseline;margin-bottom:1.2mm}
.quiet{color:#6d6154;font-size:8.6pt;text-wrap:pretty}
.block{margin-top:6mm}
.block>h2{margin-bottom:2mm}
.two{display:grid;grid-template-columns:1fr 1fr;gap:0 10mm}
.three{display:grid;grid-template-columns:1fr 1fr 1fr;gap:0 8mm}
.key{display:flex;justify-content:space-between;gap:6mm;font-size:8pt;color:#6d6154;margin-top:1.4mm}
.parts{display:grid;grid-template-columns:1fr 1fr;gap:4.4mm 10mm;margin-top:3mm}
.parts .ends{margin-bottom:.8mm}
.parts .ends span{font-weight:400;color:#6d6154;font-size:8.6pt}
.parts p{font-size:9.6pt;line-height:1.52;margin-top:1mm}
ul{list-style:none}
li{padding-left:3.4mm;position:relative;font-size:9.6pt;line-height:1.5;margin-top:1.2mm}
li::before{content:"";position:absolute;left:0;top:1.9mm;width:1.5mm;height:1.5mm;border-radius:50%;background:currentColor;opacity:.55}
.three p{font-size:9.4pt;line-height:1.52;margin-top:1mm}
.method{border-top:.3mm solid #e2d8c5;padding-top:3mm;margin-top:5mm}
.method p{font-size:8.4pt;line-height:1.5;color:#6d6154}
`;
