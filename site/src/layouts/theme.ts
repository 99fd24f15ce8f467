/**
 * Runs before the first paint, inline: the chosen theme, and whether another test than a new one waits
 * (so that /test does not flash question 1). It also remembers taps that come before a button is wired (tap.ts). Its
 * SHA-256 is part of the policy in site/worker/headers.js; theme.test.ts proves it.
 */
export const BOOT_SCRIPT =
  "(d=>{try{const s=localStorage,t=s.getItem('theme');t&&(d.dataset.theme=t);s.getItem('open')&&(d.dataset.resuming='')}catch{}/[?&]continue=/.test(location.search)&&(d.dataset.resuming='');d.dataset.script='';addEventListener('click',v=>{const b=v.target.closest?.('[data-tap]');b?.dataset.tap===''&&(b.dataset.tap='early')})})(document.documentElement)";
