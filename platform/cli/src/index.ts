/** The command `voorsprong`. Each command is loaded when it is asked for: checking a file needs no server. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { AllocateOptions } from "./commands/allocate.js";
import type { ExampleOptions } from "./commands/example.js";
import type { ServeOptions } from "./commands/serve.js";
import type { VerifyOptions } from "./commands/verify.js";
import { UnusableInput } from "./failure.js";
import { formats } from "./formats.js";
import { complain } from "./print.js";
import { rules } from "./rules.js";

export { outputFailed } from "./print.js";

/**
 * Runs one command line.
 *
 * @param args what stands after `voorsprong`
 * @returns the exit code: 0 done and good, 1 a negative answer, 2 input that cannot be used
 */
export async function main(args: readonly string[]): Promise<number> {
  let code = 0;
  const ends =
    <Arguments extends unknown[]>(command: (...given: Arguments) => number | Promise<number>) =>
    async (...given: Arguments) => {
      code = await command(...given);
    };
  const program = programOf(ends);
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.code === "commander.missingArgument" && args.includes("--explain"))
        complain("--explain takes all words after it; give the file before it: allocate FILE --explain");
      return error.exitCode === 0 ? 0 : 2;
    }
    if (error instanceof UnusableInput) {
      complain(...error.lines);
      return 2;
    }
    throw error;
  }
}

type Ends = <Arguments extends unknown[]>(
  command: (...given: Arguments) => number | Promise<number>,
) => (...given: Arguments) => Promise<void>;

function programOf(ends: Ends): Command {
  const program = new Command("voorsprong")
    .description("Runs an industrial policy: decides with exact engines, publishes what anyone can check.")
    .version("0.1.0")
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(withShortEchoes(text)) })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(voorsprong --help lists the commands)");
  const language = () => new Option("--lang <language>", "language of the answer").choices(["nl", "en"]);

  program
    .command("serve")
    .description("the whole product, on the embedded database (or DATABASE_URL)")
    .addOption(
      new Option("--port <number>", "port to listen on")
        .env("PORT")
        .default(3000)
        .argParser(whole(0, 65_535)),
    )
    .option("--data <folder>", "where the embedded database lives", "data")
    .option("--programme <folder>", "the programme to run")
    .action(ends(async (options: ServeOptions) => (await import("./commands/serve.js")).serve(options)));

  program
    .command("check <folder>")
    .description("checks a programme: every error with file, line and column")
    .option("--json", "one JSON document on standard output")
    .action(
      ends(async (dir: string, options: { json?: boolean }) =>
        (await import("./commands/check.js")).check(dir, options),
      ),
    );

  program
    .command("allocate <file>")
    .description("decides a round (a file, or - for standard input)")
    .addOption(
      new Option("--format <format>", "format of the file; without it the content tells").choices(formats),
    )
    .addOption(new Option("--rule <rule>", "how to decide").choices(rules).default("optimal"))
    .option("--instance <number>", "which instance of an mkp file, from 1 (default: 1)", whole(1, 1_000_000))
    .option("--time-limit <seconds>", "end with what is proven by then", seconds, 60)
    .option("--out <file>", "write the decision document here (- for standard output)")
    .option("--explain [id...]", "why, in sentences: the round, and these applications in full")
    .option("--explain-out <file>", "write the explanation document here (- for standard output)")
    .option("--json", "one JSON document on standard output")
    .addOption(language())
    .action(
      ends(async (file: string, options: AllocateOptions) =>
        (await import("./commands/allocate.js")).allocate(file, options),
      ),
    );

  program
    .command("verify [file]")
    .description("checks a decision, its explanation, a ledger export, or a decision against a ledger")
    .option("--ledger [file]", "a ledger export")
    .option("--vipr <file>", "write the decision's proof of level A here, in the public format VIPR")
    .option("--explanation <file>", "the explanation of the decision")
    .option("--json", "one JSON document on standard output")
    .addOption(language())
    .action(
      ends(async (file: string | undefined, options: VerifyOptions) =>
        (await import("./commands/verify.js")).verify(file, options),
      ),
    );

  program
    .command("example")
    .description("makes an example round of any size, the same for the same seed")
    .option("--applications <number>", "how many", whole(1, 1_000_000), 2000)
    .addOption(
      new Option("--class <class>", "how tight its limits are")
        .choices(["simple", "loose", "tight", "strong"])
        .default("loose"),
    )
    .option("--seed <text>", "the seed", "1")
    .option("--out <file>", "write the round here", "-")
    .action(
      ends(async (options: ExampleOptions) => (await import("./commands/example.js")).example(options)),
    );

  for (const command of program.commands) command.exitOverride();
  return program;
}

/** A message of the command line's parser; a word that it echoes is cut at 40 characters. */
function withShortEchoes(text: string): string {
  return text.replace(/'([^']{40})[^']+'/g, "'$1…'");
}

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`a whole number from ${least} to ${most} is needed.`);
    return value;
  };
}

function seconds(text: string): number {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value <= 0 || value > 86_400)
    throw new InvalidArgumentError("seconds are needed: more than 0, at most 86400.");
  return value;
}
