/** How long anything may take on a busy machine before a test says that it did not happen. */
export const PATIENCE_MS = 30_000;
const STEP_MS = 50;

/** Asks again until the answer is neither null nor false, and gives it back. Throws after the deadline. */
export async function until(what, ask, patience = PATIENCE_MS) {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
