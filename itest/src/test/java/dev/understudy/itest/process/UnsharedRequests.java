package dev.understudy.itest.process;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests for images that nobody has asked for, one after the other, so that each has to be looked for and made. */
final class UnsharedRequests implements AutoCloseable {

    private static final int PAUSE_MILLIS = 5;

    private final AtomicInteger number;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads = new ArrayList<>();

    private UnsharedRequests(AtomicInteger number) {
        this.number = number;
    }

    /**
     * Begins to ask.
     *
     * @param number of the last image that was asked for
     */
    static UnsharedRequests start(AtomicInteger number, Client... clients) {
        UnsharedRequests requests = new UnsharedRequests(number);
        for (Client client : clients) {
            Thread thread = new Thread(() -> requests.ask(client), "requests");
            requests.threads.add(thread);
            thread.start();
        }
        return requests;
    }

    private void ask(Client client) {
        try {
            while (!ended.get()) {
                // a size of 24 x 24 and a background that nobody has asked for
                String target =
                        String.format("/is/image/gallery/emblem?wid=24&fmt=png&bgc=%06x", number.incrementAndGet());
                long start = System.nanoTime();
                Response response = client.get(target);
                millis.add((System.nanoTime() - start) / 1_000_000);
                if (response.status() != 200
                        || !response.header("Understudy-StandIn").isEmpty()) {
                    failures.add(response.toString());
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (RuntimeException | InterruptedException e) {
            failures.add(e.toString());
        }
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    int count() {
        return millis.size();
    }

    /** Milliseconds within which 99 of 100 answers came. */
    long percentile99() {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
    }

    @Override
    public void close() throws InterruptedException {
        ended.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
