import { type Palette, PRINT_PALETTE, propertyOf } from '../../figures/drawing/palette.ts';

/** The same roles on a dark page; text on it keeps at least 4.5:1 (WCAG 2.2, 1.4.3). */
const DARK_PALETTE: Palette = {
  ...PRINT_PALETTE,
  ink: '#e7e4dc',
  muted: '#b4b0a5',
  faint: '#7f7c74',
  grid: '#34383b',
  paper: '#15181b',
  accent: '#92bfe8',
  accentSoft: '#25435e',
  alert: '#f2a096',
  alertSoft: '#5b2a28',
  common: '#3d3720',
  land: '#2c3033',
  water: '#181c1f',
};

function figureProperties(palette: Palette): string {
  return Object.entries(palette)
    .map(([role, value]) => `${propertyOf(role)}:${value}`)
    .join(';');
}

const LIGHT = `${figureProperties(PRINT_PALETTE)};--page:#fdfcf8;--figure-paper:#fdfcf8;--rule:#cfcbbf;--wash:#f3f0e7;--mark:#f6ecc9;--good:#22573a`;
const DARK = `${figureProperties(DARK_PALETTE)};--page:#15181b;--rule:#40454a;--wash:#1d2124;--mark:#3d3720;--good:#8fceaa`;
const PRINTED = `${figureProperties(PRINT_PALETTE)};--page:#fff;--rule:#bbb;--wash:#f4f3ef;--mark:#fff;--good:#22573a`;

const SCREEN = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--figure-ink);font:1.0625rem/1.58 'Source Serif 4','Iowan Old Style',Charter,'Palatino Linotype',Palatino,Georgia,'Liberation Serif',serif;font-variant-numeric:lining-nums;overflow-wrap:anywhere;hanging-punctuation:first}
a{color:var(--figure-accent);text-decoration-thickness:.06em;text-underline-offset:.16em}
a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--figure-accent);outline-offset:2px}
strong,em,code,q{unicode-bidi:isolate}
code{font:0.84em/1.4 ui-monospace,'SF Mono',Menlo,Consolas,'Liberation Mono',monospace}
.skip{position:absolute;left:-200vw}
.skip:focus{left:1rem;top:.5rem;background:var(--page);padding:.3rem .6rem}
.sheet{max-width:62rem;margin:0 auto;padding:2.2rem 1.6rem 5rem}
.masthead{display:flex;justify-content:space-between;gap:1rem;align-items:baseline;border-bottom:3px solid var(--figure-ink);padding-bottom:.5rem;font-size:.95rem}
.masthead .house{font-variant-caps:all-small-caps;letter-spacing:.09em;font-weight:600;font-size:1.08rem}
.masthead .symbol{font-weight:600;text-align:right}
.front{border-bottom:1px solid var(--rule);padding:2rem 0 1.6rem;margin-bottom:1.4rem}
h1{font-size:clamp(1.75rem,1.2rem + 2.4vw,2.6rem);line-height:1.16;font-weight:600;letter-spacing:-.012em;margin:0 0 .5rem;text-wrap:balance}
.subtitle{font-size:1.2rem;font-style:italic;color:var(--figure-muted);margin:0 0 1rem;text-wrap:pretty}
.headline{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:0 1.6rem;list-style:none;margin:1.4rem 0;padding:0}
.headline li{border-top:2px solid var(--figure-ink);padding:.5rem 0 .8rem}
.headline strong{display:block;font-size:1.4rem;line-height:1.25;font-weight:600}
.headline .alert{border-color:var(--figure-alert)}.headline .alert strong{color:var(--figure-alert)}
.headline span{font-size:.95rem;color:var(--figure-muted)}
dl.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.18rem 1.2rem;margin:.6rem 0}
dl.facts dt{font-style:italic;color:var(--figure-muted)}
dl.facts dd{margin:0}
nav h2{border:0;padding:0;font-size:1rem;font-variant-caps:all-small-caps;letter-spacing:.08em;margin:0 0 .4rem}
nav ol{list-style:none;margin:0;padding:0;columns:2 18rem;column-gap:2.4rem}
nav li{break-inside:avoid;padding:.12rem 0}
nav a{color:inherit;text-decoration:none;display:flex;gap:.7rem}
nav a:hover{text-decoration:underline}
nav .num{flex:none;min-width:2.3rem;white-space:nowrap;color:var(--figure-muted)}
nav .annex .num{min-width:4.9rem}
section{margin-top:3rem}
h2{font-size:1.5rem;line-height:1.25;font-weight:600;border-top:1px solid var(--figure-ink);padding-top:.7rem;margin:0 0 1.1rem;display:flex;gap:.8rem;text-wrap:balance}
h2 .num{flex:none;min-width:2.2rem}
h3{font-size:1.14rem;line-height:1.35;font-weight:700;margin:0;text-wrap:balance}
.row{display:grid;grid-template-columns:2.9rem minmax(0,43rem) minmax(0,1fr);column-gap:0;margin:0 0 .85rem;position:relative}
.row>*{grid-column:2;min-width:0}
.row>.n{grid-column:1;color:var(--figure-muted);text-decoration:none;font-variant-numeric:tabular-nums}
.row>p{margin:0;text-wrap:pretty;hyphens:auto}
.row.head{margin:2rem 0 .8rem}
.row>aside{grid-column:3;padding-left:1.4rem;font-size:.86rem;line-height:1.36;font-style:italic;color:var(--figure-muted)}
.row>aside::before{content:'';display:block;width:2.2rem;border-top:2px solid currentColor;margin:.52rem 0 .3rem}
.row>aside.alert{color:var(--figure-alert)}
.row>aside.good{color:var(--good)}
.row>dl{grid-column:2/-1}
.row>ul{margin:0;padding-left:1.15rem}
.row>ul li{margin:.25rem 0}
.wide{margin:1.3rem 0 1.7rem;padding-left:2.9rem}
figure{margin:1.6rem 0 2rem;padding-left:2.9rem;max-width:45.9rem}
figure svg{display:block;width:100%;height:auto;max-width:42.5rem}
figure .narrow{display:none}
figcaption,caption{font-size:.95rem;line-height:1.4;text-align:left;color:var(--figure-ink);padding-bottom:.55rem;text-wrap:pretty}
figcaption b,caption b{font-weight:600}
table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.42}
th,td{text-align:left;vertical-align:top;padding:.42rem .9rem .42rem 0;border-bottom:1px solid var(--rule);overflow-wrap:break-word;hyphens:auto}
td:empty::after{content:'–';color:var(--figure-muted)}
thead th{font-weight:400;font-style:italic;color:var(--figure-muted);border-bottom:1.5px solid var(--figure-ink);hyphens:manual}
tbody th{text-align:left;font-weight:600;padding-top:.8rem}
.dense table{font-size:.84rem;line-height:1.36}
.dense th,.dense td{padding-top:.26rem;padding-bottom:.26rem}
td a{text-decoration:none}td a:hover{text-decoration:underline}
code.short{white-space:nowrap;hyphens:none}
@media print,(min-width:46.01rem){.dense tr[id] td:first-child,.dense td>span>a:only-child{white-space:nowrap}}
td code,dd code,.notes a,.file{overflow-wrap:anywhere}.file{hyphens:none}
sup{font-size:.72em;line-height:0;vertical-align:.42em}
sup a{text-decoration:none;padding:0 .08em;font-style:normal;font-weight:400}
sup a::before{content:'['}sup a::after{content:']'}
pre{background:var(--wash);border-left:3px solid var(--rule);padding:.8rem 1rem;margin:.7rem 0 1rem 2.9rem;font:.84rem/1.5 ui-monospace,'SF Mono',Menlo,Consolas,'Liberation Mono',monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.notes ol{margin:0;padding-left:2.9rem;font-size:.93rem;line-height:1.48}
.notes li{margin:0 0 .75rem;padding-left:.3rem}
.notes li::marker{color:var(--figure-muted)}
.notes blockquote{margin:0 0 .2rem;text-wrap:pretty}
.notes p{margin:0;color:var(--figure-muted)}
.back{text-decoration:none;padding-left:.35em}
.row:target,li:target,tr:target{background:var(--mark);box-shadow:0 0 0 .4rem var(--mark)}
sup a:target{background:var(--mark)}
.end{margin:3rem 0 0;border-top:3px solid var(--figure-ink);padding-top:.6rem;font-size:.9rem;color:var(--figure-muted)}
@media (max-width:64rem){
.row{grid-template-columns:2.9rem minmax(0,1fr)}
.row>aside{grid-column:2;grid-row:1;padding:0;display:flex;flex-wrap:wrap;gap:0 .4em;align-items:baseline;margin-bottom:.15rem}
.row>aside::before{width:1.2rem;margin:0 .2rem .22rem 0}
.row>aside~*,.row:has(>aside)>*:not(aside){grid-row:2}
}
@media (max-width:46rem){
body{font-size:1rem}
.sheet{padding:1.2rem 1.1rem 3rem}
.row{grid-template-columns:2.1rem minmax(0,1fr)}
figure,.wide{padding-left:0}
pre{margin-left:0}
figure .full{display:none}figure .narrow{display:block}
figure .narrow svg{max-width:26rem}
dl.facts{grid-template-columns:minmax(0,1fr)}
dl.facts dd{margin-bottom:.4rem}
.notes ol{padding-left:1.9rem}
table,tbody,tr,td,tbody th,caption{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{border-top:1px solid var(--rule);padding:.5rem 0}
tbody th{border:0}td{border:0;padding:.1rem 0;display:grid;grid-template-columns:6.2rem minmax(0,1fr);gap:.6rem}
td::before{content:attr(data-label);font-style:italic;color:var(--figure-muted)}
td[data-label='']{display:block}td[data-label='']::before{content:none}
td:empty{display:none}
}`;

const PRINT = `
html{font-size:9.6pt}
body{line-height:1.38;background:#fff}
.sheet{max-width:none;padding:0}
.skip{display:none}
.row{grid-template-columns:2.2rem minmax(0,1fr) 6.2rem;margin-bottom:.5rem;break-inside:auto}
.row>aside{grid-column:3;grid-row:auto;display:block;padding-left:1rem;margin:0}
.row:has(>aside)>*:not(aside){grid-row:auto}
.row>aside::before{width:1.6rem;margin:.4rem 0 .25rem}
figure,.wide{padding-left:2.2rem}
figure{max-width:none;break-inside:avoid}
figure .full{display:block}figure .narrow{display:none}
table{display:table}thead{display:table-header-group;position:static;clip-path:none}tbody{display:table-row-group}tr{display:table-row;break-inside:avoid;border:0;padding:0}
caption{display:table-caption}
tbody th{display:table-cell;break-after:avoid}td{display:table-cell;border-bottom:1px solid var(--rule);padding:.3rem .7rem .3rem 0}td::before{content:none}
dl.facts{grid-template-columns:max-content minmax(0,1fr)}
h1,h2,h3,figcaption,caption{break-after:avoid}
.row.head{break-after:avoid;margin:.9rem 0 .4rem}
section{margin-top:1.3rem}h2{font-size:1.35rem;margin-bottom:.7rem}
.front{padding:1.4rem 0 1rem}
p,li{orphans:3;widows:3}
a{color:inherit;text-decoration:none}
.back{display:none}
pre{break-inside:avoid;margin-left:2.2rem}
.notes ol{font-size:.77rem;line-height:1.3;columns:2;column-gap:1.6rem;padding-left:1.7rem}
.notes li{margin-bottom:.4rem;break-inside:avoid}
.dense table{font-size:.8rem;line-height:1.28}
.dense td,.dense th{padding:.16rem .6rem .16rem 0}
.dense tbody th{padding-top:.5rem}
.wide{margin:.5rem 0 .7rem}figure{margin:.6rem 0 .7rem}.end{margin-top:1rem}section+.end{break-before:avoid}
.annexes .dense{padding-left:0}.annexes td code:not(.short){display:inline-block;min-width:20rem}.annexes .dense table{font-size:.74rem;line-height:1.22}
.annexes .dense td,.annexes .dense th{padding:.1rem .5rem .1rem 0}`;

/**
 * The report's one style sheet. `symbol` stands at the head of every printed page; anything but the characters of a
 * document symbol is left out, since it is text from outside in a style sheet.
 */
export function reportStylesheet(symbol: string): string {
  const head = /^[A-Za-z0-9/().,: -]{1,60}$/.test(symbol) ? `@top-right{content:"${symbol}"}` : '';
  return [
    `:root{color-scheme:light dark;${LIGHT}}`,
    `@media (prefers-color-scheme:dark){:root{${DARK}}}`,
    SCREEN.replace(/\n/g, ''),
    `@media print{:root{color-scheme:light;${PRINTED}}${PRINT.replace(/\n/g, '')}}`,
    `@page{size:A4;margin:19mm 18mm 19mm;font:9pt 'Liberation Serif',Georgia,serif;color:#55544d;${head}@bottom-center{content:counter(page) "/" counter(pages)}}`,
    '@page:first{@top-right{content:none}}',
  ].join('');
}
