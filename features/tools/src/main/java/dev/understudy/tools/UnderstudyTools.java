package dev.understudy.tools;

import dev.understudy.tools.convert.ConvertCommand;
import dev.understudy.tools.lint.LintCommand;
import dev.understudy.tools.playlog.PlaylogCommand;
import dev.understudy.tools.setup.HelpOptions;
import dev.understudy.tools.validate.ValidateCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code understudy-tools}: one subcommand a tool. */
@Command(
        name = "understudy-tools",
        description = "Tools beside the image server.",
        subcommands = {LintCommand.class, ValidateCommand.class, ConvertCommand.class, PlaylogCommand.class})
public final class UnderstudyTools implements Runnable {

    /** The exit code for arguments that make no sense, and for files that cannot be read. */
    public static final int UNUSABLE = CommandLine.ExitCode.USAGE;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli alone looks at it
    private HelpOptions help = new HelpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs a tool and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with all tools; a file that cannot be read is told in one line. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new UnderstudyTools());
        CommandLine convert = Objects.requireNonNull(line.getSubcommands().get("convert"));
        ConvertCommand.complete(convert.getCommandSpec());
        line.setExecutionExceptionHandler((thrown, command, parsed) -> {
            if (thrown instanceof IOException unreadable) {
                command.getErr().println("understudy-tools: " + unreadable.getMessage());
                return UNUSABLE;
            }
            throw thrown;
        });
        return line;
    }

    /** The program without a tool is a mistake. */
    @Override
    public void run() {
        PrintWriter err = spec.commandLine().getErr();
        err.println("Name a tool: " + String.join(", ", spec.subcommands().keySet()));
        throw new ParameterException(spec.commandLine(), "no tool is named");
    }
}
