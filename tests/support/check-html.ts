// Owns holding the markup that is sent against the HTML standard; matters of taste are left to the layout of the sources.
import { HtmlValidate } from 'html-validate/node';

const checker = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  // Of the standard too, in a list of its own there.
  rules: { 'no-missing-references': 'error' }
});

/** @returns one line for each breach, with where it stands in what was sent. */
export async function breachesOf(html: string): Promise<readonly string[]> {
  const { results } = await checker.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column, selector }) => `${ruleId} at ${line}:${column} ${selector ?? ''}: ${message}`
    )
  );
}
