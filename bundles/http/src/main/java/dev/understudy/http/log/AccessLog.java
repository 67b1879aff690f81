package dev.understudy.http.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** The access log: a line for every request, written asynchronously. */
public final class AccessLog implements RequestLog, AutoCloseable {

    private final LineFormat lines;
    private final LogClock clock;
    private final @Nullable LogWriter writer;

    private AccessLog(LineFormat lines, LogClock clock, @Nullable LogWriter writer) {
        this.lines = lines;
        this.clock = clock;
        this.writer = writer;
    }

    /**
     * Opens the log of the day.
     *
     * @param clock gives the time, and the zone in which days begin
     * @throws IOException when the folder cannot be made or written to
     */
    public static AccessLog open(AccessLogSettings settings, Clock clock) throws IOException {
        Path directory = settings.directory();
        LogWriter writer = directory == null ? null : LogWriter.start(new RotatingFile(directory, settings), clock);
        return new AccessLog(settings.format().lines(settings.pattern()), new LogClock(clock), writer);
    }

    @Override
    public void log(Request request, Response response) {
        if (writer != null) {
            LoggedExchange exchange = LoggedExchange.of(request, response, clock.now());
            writer.offer(line -> lines.append(line, exchange));
        }
    }

    /** Writes the pending lines and closes the file. */
    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }
}
