// Owns reading how many tests passed and failed from what the runners wrote. A runner that ran no test has failed.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Counts */

/** @param {boolean} passed @returns {Counts} */
export const oneCheck = (passed) => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * A report that was never written and a trouble outside of every test count as one failure.
 * @param {Counts} counts
 * @param {number} status of the runner
 * @returns {Counts}
 */
function whole(counts, status) {
  const silent = counts.failed === 0 && (status !== 0 || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

/**
 * @template Report
 * @param {string} file
 * @param {number} status of the runner
 * @param {(report: Report) => Counts} count
 * @returns {Counts}
 */
const counted = (file, status, count) =>
  whole(existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 }, status);

/** @typedef {{ status: string, assertionResults: unknown[] }} VitestFile */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests?: number, testResults: VitestFile[] }} VitestReport */

/**
 * A check that was skipped passed nowhere; where nothing may be skipped it has failed.
 * @param {string} file
 * @param {number} status
 * @returns {Counts}
 */
export const countVitest = (file, status, skippedFails = process.env['SIGIDA_SKIPPED_FAILS'] === '1') =>
  counted(
    file,
    status,
    (/** @type {VitestReport} */ { numPassedTests, numFailedTests, numPendingTests, testResults }) => {
      const unloaded = testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
      const skipped = skippedFails ? (numPendingTests ?? 0) : 0;
      return { passed: numPassedTests, failed: numFailedTests + unloaded.length + skipped };
    }
  );

/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped?: number } }} PlaywrightReport */

/**
 * A story that passed only at the second try has failed, and a skipped one as a skipped check has.
 * @param {string} file
 * @param {number} status
 * @returns {Counts}
 */
export const countPlaywright = (file, status, skippedFails = process.env['SIGIDA_SKIPPED_FAILS'] === '1') =>
  counted(file, status, (/** @type {PlaywrightReport} */ { stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + (skippedFails ? (stats.skipped ?? 0) : 0)
  }));
