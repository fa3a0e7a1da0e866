/** One line for the person who ran `npm start`. */
export function say(line: string): void {
  console.log(`gafu: ${line}`);
}
