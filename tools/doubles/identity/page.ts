import type { ProviderName } from '../../../workers/auth/oauth/traits.ts';

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { max-width: 26rem; margin: 3rem auto; padding: 0 1rem }
  label { display: block; margin: .75rem 0 }
  input[type='email'], input[type='text'] { width: 100%; box-sizing: border-box; font: inherit; padding: .6rem }
  fieldset { margin: 1rem 0; border: 1px solid #8886; border-radius: .5rem }
  button { font: inherit; padding: .7rem 1.1rem; margin: .25rem .25rem .25rem 0 }
  small { opacity: .75 }`;

/** The sign-in page: everything the real one cannot be asked to do is a choice. */
export const loginPage = (provider: ProviderName): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Local ${provider}</title>
<style>${STYLE}</style>
<h1>Local ${provider}</h1>
<p>This page plays ${provider} on this machine. Nothing you type leaves it.</p>
<form method="post">
  <label>Address <input type="email" name="email" value="someone@people.example" required></label>
  <label>Name <input type="text" name="name" value="모래" maxlength="40"></label>
  <fieldset>
    <legend>The provider</legend>
    <label><input type="radio" name="kind" value="verified" checked> has verified the address</label>
    <label><input type="radio" name="kind" value="unverified"> has not verified it</label>
    <label><input type="radio" name="kind" value="none"> tells no address</label>
  </fieldset>
  <button name="go" value="yes">Continue</button>
  <button name="go" value="no" formnovalidate>Deny</button>
  <p><small>Or continue, and let the provider break when its code is used:</small><br>
  <button name="fault" value="hang">hang</button>
  <button name="fault" value="reset">reset</button>
  <button name="fault" value="garbage">garbage</button></p>
</form>
</html>
`;
