import { InvalidArgumentError } from 'commander';

/** An option's value, 0 or more. @throws InvalidArgumentError, which commander prints with the option's name */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('It must be a whole number.');
  return value;
}

/** An option's value, 1 or more. @throws InvalidArgumentError, which commander prints with the option's name */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.');
  return value;
}
