package dev.understudy.shell.command;

import dev.understudy.observe.Quarantine;
import dev.understudy.shell.text.TextTable;
import dev.understudy.shell.text.TimestampFormat;
import java.util.List;

/** Tells which sources are known to be bad, and has them tried again. */
public final class QuarantineCommand implements OperatorCommand {

    private static final String RELEASE = "release";
    private static final String ALL = "--all";

    private final Quarantine quarantine;
    private final TimestampFormat timestamps;

    public QuarantineCommand(Quarantine quarantine, TimestampFormat timestamps) {
        this.quarantine = quarantine;
        this.timestamps = timestamps;
    }

    @Override
    public String help() {
        return """
                understudy:quarantine
                The sources that failed and are not tried again until they or their catalogs change, the newest first.
                understudy:quarantine release FILE...
                Has these tried again with the next request; FILE as in the list.
                understudy:quarantine release --all
                Has all of them tried again.""";
    }

    @Override
    public String run(List<String> arguments) {
        if (arguments.isEmpty()) {
            return list();
        }
        if (!arguments.get(0).equals(RELEASE) || arguments.size() == 1) {
            throw new IllegalArgumentException("'" + String.join(" ", arguments)
                    + "' is not understood; allowed: nothing, release FILE, release --all");
        }
        List<String> files = arguments.subList(1, arguments.size());
        return files.equals(List.of(ALL)) ? released(quarantine.releaseAll()) : release(files);
    }

    private String list() {
        List<Quarantine.QuarantinedSource> entries = quarantine.entries();
        if (entries.isEmpty()) {
            return "The quarantine is empty.";
        }
        TextTable table = new TextTable("file", "code", "since", "asked", "message");
        entries.forEach(entry -> table.row(
                entry.file(), entry.kind().code(), timestamps.text(entry.since()), entry.asked(), entry.message()));
        return table.toString();
    }

    private String release(List<String> files) {
        List<String> unknown =
                files.stream().filter(file -> !quarantine.release(file)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Not in quarantine: " + String.join(", ", unknown));
        }
        return released(files.size());
    }

    private static String released(int count) {
        return count + (count == 1 ? " source" : " sources") + " released.";
    }
}
