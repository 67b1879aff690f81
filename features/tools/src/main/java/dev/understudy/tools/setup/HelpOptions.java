package dev.understudy.tools.setup;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that every tool has, in the spelling of the utilities of the protocol and in that of others. */
@Command(versionProvider = ToolVersion.class)
public final class HelpOptions {

    @Option(
            names = {"-version", "-V", "--version"},
            versionHelp = true,
            description = "prints the version")
    @SuppressWarnings("UnusedVariable") // picocli alone looks at it
    private boolean version = false;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "prints this")
    @SuppressWarnings("UnusedVariable") // likewise
    private boolean help = false;
}
