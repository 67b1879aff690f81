package dev.understudy.shell.command;

import dev.understudy.observe.Secondaries;
import dev.understudy.shell.text.TextTable;
import dev.understudy.shell.text.TimestampFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Tells how the secondary servers are and what came of the requests to them, and has them asked again. */
public final class RedirectCommand implements OperatorCommand {

    private static final String RESET = "reset";

    private final Secondaries secondaries;
    private final TimestampFormat timestamps;

    public RedirectCommand(Secondaries secondaries, TimestampFormat timestamps) {
        this.secondaries = secondaries;
        this.timestamps = timestamps;
    }

    @Override
    public String help() {
        return """
                understudy:redirect
                The secondary servers, how each is, and what came of the requests that were forwarded to it.
                understudy:redirect reset
                Closes the breakers that are open: the next request is forwarded again.""";
    }

    @Override
    public String run(List<String> arguments) {
        if (arguments.isEmpty()) {
            return show();
        }
        if (!arguments.equals(List.of(RESET))) {
            throw new IllegalArgumentException(
                    "'" + String.join(" ", arguments) + "' is not understood; allowed: nothing, reset");
        }
        int count = secondaries.reset();
        return count + (count == 1 ? " server is" : " servers are") + " asked again.";
    }

    private String show() {
        List<Secondaries.SecondaryStatus> entries = secondaries.entries();
        if (entries.isEmpty()) {
            return "No secondary server is configured.";
        }
        TextTable servers = new TextTable("server", "timeouts", "reachable", "breaker", "under way", "last failure");
        TextTable forwards = new TextTable("server", "reason", "outcome", "count");
        for (Secondaries.SecondaryStatus entry : entries) {
            servers.row(
                    entry.rootUrl(),
                    millis(entry.connectTimeout()) + ", " + millis(entry.socketTimeout()),
                    reachable(entry),
                    entry.breaker().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    entry.underWay(),
                    failure(entry));
            entry.counts()
                    .forEach(count ->
                            forwards.row(entry.rootUrl(), count.reason().code(), count.outcome(), count.count()));
        }
        boolean asked = entries.stream().anyMatch(entry -> !entry.counts().isEmpty());
        return asked ? servers + "\n\n" + forwards : servers.toString();
    }

    private static String millis(Duration time) {
        return time.toMillis() + " ms";
    }

    private static String reachable(Secondaries.SecondaryStatus entry) {
        Boolean reachable = entry.reachable();
        return reachable == null ? "not asked" : reachable ? "yes" : "no";
    }

    private String failure(Secondaries.SecondaryStatus entry) {
        Secondaries.LastFailure last = entry.last();
        return last == null
                ? ""
                : timestamps.text(last.when()) + " " + last.kind().code() + ": " + last.message();
    }
}
