package dev.understudy.shell.command;

import dev.understudy.observe.RecentFailures;
import dev.understudy.shell.text.TextTable;
import dev.understudy.shell.text.TimestampFormat;
import java.util.List;

/** Tells which requests failed lately, and which commands did nothing. */
public final class ErrorsCommand implements OperatorCommand {

    private final RecentFailures failures;
    private final TimestampFormat timestamps;

    public ErrorsCommand(RecentFailures failures, TimestampFormat timestamps) {
        this.failures = failures;
        this.timestamps = timestamps;
    }

    @Override
    public String help() {
        return """
                understudy:errors
                The failures of the last day by code and catalog, the latest first: how often, when last, and what was asked for
                then. Requests for which something stood in count too. docs/errors.md says what to do about each code. Then the
                commands that are known, but did nothing because they do not work yet.""";
    }

    @Override
    public String run(List<String> arguments) {
        OperatorCommand.requireNone(arguments);
        List<RecentFailures.IgnoredCommand> ignored = failures.ignored();
        return ignored.isEmpty() ? failed() : failed() + "\n\n" + ignored(ignored);
    }

    private String ignored(List<RecentFailures.IgnoredCommand> entries) {
        TextTable table = new TextTable("ignored command", "catalog", "count", "last");
        entries.forEach(entry -> table.row(
                entry.command(), OperatorCommand.tenant(entry.rootId()), entry.count(), timestamps.text(entry.last())));
        return table.toString();
    }

    private String failed() {
        List<RecentFailures.FailureRecord> entries = failures.entries();
        if (entries.isEmpty()) {
            return "No request has failed within a day.";
        }
        TextTable table = new TextTable("code", "catalog", "count", "last", "last request");
        entries.forEach(entry -> table.row(
                entry.kind().code(),
                OperatorCommand.tenant(entry.rootId()),
                entry.count(),
                timestamps.text(entry.last()),
                entry.target()));
        return table.toString();
    }
}
