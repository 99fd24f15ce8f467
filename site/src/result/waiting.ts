import { call, Refused } from '../test/api.ts';
import { nextLook } from './looks.ts';

const line = document.getElementById('waiting');
const { slug, href = '', late = '' } = line?.dataset ?? {};

async function look(looks: number): Promise<void> {
  const seconds = nextLook(looks);
  if (seconds === null) {
    if (line) line.textContent = late;
    return;
  }
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  try {
    await call('GET', `/profiles/${slug}`);
    location.replace(href);
  } catch (error) {
    // Deleted meanwhile: the page says so. Anything else, a lost connection too, is asked again.
    if (error instanceof Refused && error.code === 'profile_not_found') location.replace(href);
    else await look(looks + 1);
  }
}

look(0);
