package dev.understudy.tools.playlog;

import dev.understudy.tools.playlog.LoggedRequestReader.LoggedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sends requests to a server, no more at a time and no more a second than it is told. */
final class RequestPlayer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String STAND_IN = "Understudy-StandIn";

    /** What URLs may not have as it is, though requests in logs do. */
    private static final String ENCODED = "\"<>\\^`{|}[] ";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final int most;
    private final long interval;
    private final Semaphore free;
    private final ExecutorService threads;
    private final PlaybackTally tally;
    private long next = System.nanoTime();

    /**
     * A player that has sent nothing yet.
     *
     * @param most requests at a time
     * @param rate requests a second; 0 for as many as are answered
     */
    RequestPlayer(int most, double rate, PlaybackTally tally) {
        this.most = most;
        this.interval = rate > 0 ? (long) (TimeUnit.SECONDS.toNanos(1) / rate) : 0;
        this.free = new Semaphore(most);
        this.threads = Executors.newFixedThreadPool(most);
        this.tally = tally;
    }

    /** Sends a request when it is its turn; waits for that, and not for the answer. */
    void send(LoggedRequest request, String prefix) throws InterruptedException {
        String url = prefix + encoded(request.target());
        pace();
        free.acquire();
        threads.execute(() -> {
            try {
                exchange(request.method(), url);
            } finally {
                free.release();
            }
        });
    }

    private void pace() {
        if (interval > 0) {
            for (long wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            next = Math.max(next, System.nanoTime() - interval) + interval;
        }
    }

    private void exchange(String method, String url) {
        long start = System.nanoTime();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(PATIENCE)
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            String standIn = answer.headers().firstValue(STAND_IN).orElse("");
            tally.answered(url, answer.statusCode(), standIn, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            tally.unanswered(url, e.getClass().getSimpleName());
        } catch (IllegalArgumentException e) {
            tally.unanswered(url, "this is no URL");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Encodes what a URL may not have; what is encoded already stays as it is. */
    static String encoded(String target) {
        StringBuilder out = new StringBuilder(target.length() + 16);
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            boolean barePercent = c == '%' && !isEscape(target, i);
            if (c > '~' || c < '!' || ENCODED.indexOf(c) >= 0 || barePercent) {
                out.append(String.format(Locale.ROOT, "%%%02X", c & 0xff));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isEscape(String text, int percent) {
        return percent + 2 < text.length()
                && Character.digit(text.charAt(percent + 1), 16) >= 0
                && Character.digit(text.charAt(percent + 2), 16) >= 0;
    }

    /** Waits until all requests have been answered. */
    @Override
    public void close() {
        free.acquireUninterruptibly(most);
        threads.shutdown();
    }
}
