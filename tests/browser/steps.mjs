// Steps of a check that go through a site as a reader does.

// Takes the steps, each of which begins where the one before it ended: after the first that fails no other is tried.
export async function take(steps) {
  const count = { passed: 0, failed: 0 };
  for (const [name, step] of steps) {
    const fault = count.failed > 0 ? 'not tried' : await step().then(() => null, (error) => error.message);
    count[fault === null ? 'passed' : 'failed'] += 1;
    console.log(fault === null ? `ok      ${name}` : `FAILED  ${name}: ${fault}`);
  }
  return count;
}
