/** Whether work ends, well or badly, within so many milliseconds. It goes on either way, and a late failure harms nobody. */
export async function settlesWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  const settled = await Promise.race([work.then(always, always), late]);
  clearTimeout(timer);
  return settled;
}

const always = () => true;
