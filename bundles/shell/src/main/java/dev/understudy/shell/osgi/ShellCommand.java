package dev.understudy.shell.osgi;

import dev.understudy.shell.command.OperatorCommand;
import java.io.PrintStream;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import org.jspecify.annotations.Nullable;

/**
 * A command as the shell calls it. What it has to say is written, not returned: {@code bin/client} and ssh do not show
 * what a command returns when they run just one.
 */
abstract class ShellCommand implements Function {

    /** The service property that Karaf's {@code help} lists a command with. */
    static final String DESCRIPTION = "osgi.command.description";

    private final OperatorCommand command;

    ShellCommand(OperatorCommand command) {
        this.command = command;
    }

    @Override
    public final @Nullable Object execute(CommandSession session, List<Object> arguments) {
        List<String> words = arguments.stream().map(String::valueOf).toList();
        out(session).println(words.contains("--help") ? command.help() : command.run(words));
        return null;
    }

    /** Where this call writes to, which is a pipe in {@code understudy:errors | grep shop}. */
    private static PrintStream out(CommandSession session) {
        Process process = Process.Utils.current();
        return process == null ? session.getConsole() : process.out();
    }
}
