package dev.understudy.itest.swap;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that ask for the same things over and over, and hold each answer against the first one. Part of what they ask for
 * is an image in ever other sizes, which no cache can have.
 */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 6;

    /** What is another text each time, for each way to the server, or for other codecs. */
    private static final Set<String> CHANGING =
            Set.of("/metrics", "/iiif/3/shop%2Flamp/info.json", "/understudy/commands.json");

    private static final String ANY_SIZE = "/is/image/gallery/bridge?qlt=70&wid=";

    private final List<Client> clients;
    private final List<String> targets;
    private final Map<String, LoadAnswer> firstAnswers = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final CountDownLatch enough;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean running = true;

    /** What counts in an answer: everything but most headers, and the line with the date in properties. */
    private record LoadAnswer(int status, String standIn, String type, String body) {

        static LoadAnswer of(Response response) {
            return new LoadAnswer(
                    response.status(), response.header("Understudy-StandIn"), response.type(), body(response));
        }

        private static String body(Response response) {
            if (CHANGING.contains(response.target())) {
                return "";
            }
            return response.type().startsWith("text/")
                    ? response.text().replaceAll("(?m)^#\\w{3} .*$", "")
                    : response.body().length + " bytes, hash " + Arrays.hashCode(response.body());
        }
    }

    private Load(List<Client> clients, List<String> targets, int enough) {
        this.clients = clients;
        this.targets = targets;
        this.enough = new CountDownLatch(enough);
    }

    /** Asks once for each, and sends no clients off. */
    static Load atRest(Client client, List<String> targets) {
        Load load = new Load(List.of(client), targets, 0);
        load.askForEach();
        return load;
    }

    /**
     * Asks once for each, at rest, and then sends the clients off.
     *
     * @param enough how many answers {@link #awaitEnough} waits for
     */
    static Load start(Client client, List<String> targets, int enough) {
        return start(List.of(client), targets, enough);
    }

    /** The same by several ways to the server in turns, by all of which the same things come. */
    static Load start(List<Client> clients, List<String> targets, int enough) {
        Load load = new Load(clients, targets, enough);
        load.askForEach();
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(i);
            Client client = clients.get(i % clients.size());
            load.threads.execute(() -> load.askOn(client, random));
        }
        return load;
    }

    private void askForEach() {
        targets.forEach(target -> ask(clients.get(0), target));
    }

    private void askOn(Client client, Random random) {
        while (running) {
            ask(
                    client,
                    random.nextInt(4) == 0
                            ? ANY_SIZE + (60 + random.nextInt(300))
                            : targets.get(random.nextInt(targets.size())));
            enough.countDown();
        }
    }

    private void ask(Client client, String target) {
        try {
            Response response = client.get(target);
            LoadAnswer answer = LoadAnswer.of(response);
            LoadAnswer first = firstAnswers.putIfAbsent(target, answer);
            if (first != null && !first.equals(answer)) {
                faults.add("first " + first + ", then " + response);
            } else if (target.startsWith(ANY_SIZE) && answer.status() != 200) {
                faults.add(response.toString());
            }
            answers.incrementAndGet();
        } catch (RuntimeException e) {
            faults.add(target + ": " + e + ", " + e.getCause());
        }
    }

    /** Until so many answers have come that the load is under way. */
    void awaitEnough() throws InterruptedException {
        if (!enough.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("only " + answers + " answers in a minute");
        }
    }

    /** Stops the clients, and asks once more at rest for whatever was asked for under load. */
    void stopAndCompare() throws InterruptedException {
        stop();
        List.copyOf(firstAnswers.keySet()).forEach(target -> ask(clients.get(0), target));
    }

    private void stop() throws InterruptedException {
        running = false;
        threads.shutdown();
        if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("clients still wait for answers");
        }
    }

    int answers() {
        return answers.get();
    }

    int targets() {
        return firstAnswers.size();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        running = false;
        threads.shutdownNow();
    }
}
