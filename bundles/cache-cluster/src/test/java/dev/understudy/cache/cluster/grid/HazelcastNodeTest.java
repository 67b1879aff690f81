package dev.understudy.cache.cluster.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.config.Config;
import com.hazelcast.instance.impl.HazelcastInstanceFactory;
import dev.understudy.cache.cluster.SampleReplies;
import dev.understudy.cache.cluster.settings.ClusterHost;
import dev.understudy.cache.cluster.settings.ClusterSettings;
import dev.understudy.cache.cluster.settings.SourceCheck;
import dev.understudy.observe.CacheCluster.State;
import dev.understudy.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers of one process, on addresses of the loopback. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HazelcastNodeTest {

    private static final byte[] HEAD = "head".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BODY = "body".getBytes(StandardCharsets.UTF_8);
    private static final long MEGABYTE = 1 << 20;

    private final List<HazelcastNode> nodes = new ArrayList<>();
    private final int port = freePort();

    @AfterEach
    void end() {
        nodes.forEach(HazelcastNode::close);
    }

    /** A port that is free at every address of the loopback, and not one that systems give to connections meanwhile. */
    private static int freePort() {
        Random random = new Random();
        while (true) {
            int port = 20_000 + random.nextInt(10_000);
            try {
                new ServerSocket(port).close();
                return port;
            } catch (IOException e) {
                // somebody has it
            }
        }
    }

    private HazelcastNode start(String address, String secret, String... hosts) {
        return start(() -> true, address, secret, hosts);
    }

    private HazelcastNode start(BooleanSupplier onNews, String address, String secret, String... hosts) {
        HazelcastNode node = new HazelcastNode(settings(address, secret, hosts), 16 * MEGABYTE, onNews);
        nodes.add(node);
        node.start();
        return node;
    }

    private ClusterSettings settings(String address, String secret, String... hosts) {
        return new ClusterSettings(
                Arrays.stream(hosts).map(host -> new ClusterHost(host, 0)).toList(),
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                true,
                SourceCheck.CONTENT,
                MEGABYTE,
                port,
                address,
                "test",
                new Secret(secret));
    }

    private static int servers(HazelcastNode node) {
        return node.figures().servers().size();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(50);
        }
    }

    @Test
    void twoServersShareAndStrangersStayOutside() throws Exception {
        HazelcastNode one = start("127.0.0.1", "secret", "127.0.0.1", "127.0.0.2", "127.0.0.4");
        await(() -> servers(one) == 1);
        HazelcastNode two = start("", "secret", "127.0.0.2", "127.0.0.1", "127.0.0.4");
        HazelcastNode unlisted = start("127.0.0.3", "secret", "127.0.0.1", "127.0.0.2", "127.0.0.3");
        HazelcastNode otherSecret = start("127.0.0.4", "guess", "127.0.0.1", "127.0.0.2", "127.0.0.4");
        await(() -> servers(one) == 2 && servers(two) == 2);
        assertEquals(State.JOINED, one.figures().state());
        one.put(SampleReplies.KEY, HEAD, BODY).get(30, TimeUnit.SECONDS);
        assertArrayEquals(HEAD, two.head(SampleReplies.KEY).get(30, TimeUnit.SECONDS));
        assertArrayEquals(BODY, two.body(SampleReplies.KEY).get(30, TimeUnit.SECONDS));
        assertNull(two.head(SampleReplies.KEY.replace('a', 'b')).get(30, TimeUnit.SECONDS));
        assertNotNull(two.holder(SampleReplies.KEY));
        two.putPurge("id", HEAD).get(30, TimeUnit.SECONDS);
        assertArrayEquals(HEAD, one.purges().get(30, TimeUnit.SECONDS).get("id"));
        await(() -> otherSecret.figures().state() == State.ALONE);
        await(() -> unlisted.figures().state() == State.ALONE);
        assertNull(unlisted.head(SampleReplies.KEY).get(30, TimeUnit.SECONDS));
        assertEquals(2, servers(one));
        two.close();
        await(() -> servers(one) == 1);
        assertArrayEquals(BODY, one.body(SampleReplies.KEY).get(30, TimeUnit.SECONDS));
        assertNull(two.holder(SampleReplies.KEY));
    }

    @Test
    void aPortThatIsTakenIsToldAndTriedAgain() throws Exception {
        HazelcastNode node;
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            node = start("127.0.0.1", "", "127.0.0.1");
            await(() -> node.figures().state() == State.FAILED);
            String problem = node.figures().problem();
            assertTrue(problem != null && problem.contains(Integer.toString(taken.getLocalPort())), problem);
        }
        assertNull(node.holder(SampleReplies.KEY));
    }

    /** A host that takes connections and says nothing is waited for, for half a minute. */
    @Test
    void aStartThatWaitsForOthersIsBrokenOffAtOnce() throws Exception {
        try (ServerSocket silent = new ServerSocket(port, 9, InetAddress.getByName("127.0.0.2"))) {
            HazelcastNode node = start("127.0.0.1", "", "127.0.0.1", "127.0.0.2");
            try (Socket asked = silent.accept()) {
                assertEquals(State.STARTING, node.figures().state());
                long begin = System.nanoTime();
                node.close();
                long millis = (System.nanoTime() - begin) / 1_000_000;
                assertTrue(millis < 5000, "closed after " + millis + " ms");
                assertTrue(asked.isConnected());
            }
            assertNull(node.figures().problem());
        }
        await(() -> threads().isEmpty());
    }

    /** At each of its steps a start is broken off by itself, and leaves neither a thread nor the port. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aStartThatIsBrokenOffLeavesNothing(int last) throws Exception {
        StartBreaker breaker = new StartBreaker() {
            private int steps;

            @Override
            void step() {
                if (++steps == last) {
                    breakOff();
                }
                super.step();
            }
        };
        InetAddress own = InetAddress.getByName("127.0.0.1");
        ClusterSettings settings = settings("127.0.0.1", "", "127.0.0.1");
        FilteredNodes nodes = new FilteredNodes(new HostFilter(settings.hosts(), own), breaker);
        Config config = GridConfig.of(settings, "", own, MEGABYTE);
        assertThrows(
                RuntimeException.class,
                () -> HazelcastInstanceFactory.newHazelcastInstance(config, "broken-" + last, nodes));
        await(() -> threads().isEmpty());
        new ServerSocket(port, 1, own).close();
    }

    /** A node that has ended by itself is not ended once more. */
    @Test
    void aStartThatHasFailedIsNotBrokenOff() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        StartBreaker breaker = new StartBreaker() {
            @Override
            void joining(Runnable shutdown) {
                super.joining(() -> ended.set(true));
                throw new IllegalStateException("of the test");
            }
        };
        HazelcastNode node = node(breaker, Duration.ofSeconds(25));
        node.start();
        await(() -> node.figures().state() == State.FAILED);
        node.close();
        assertFalse(ended.get());
    }

    @Test
    void whoeverClosesWaitsSoLongAndNoLonger() {
        CountDownLatch latch = new CountDownLatch(1);
        StartBreaker breaker = new StartBreaker();
        breaker.joining(() -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        HazelcastNode node = node(breaker, Duration.ofMillis(200));
        long begin = System.nanoTime();
        node.close();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        latch.countDown();
        assertTrue(millis >= 200 && millis < 10_000, "closed after " + millis + " ms");
    }

    @Test
    void aStartThatCannotBeBrokenOffIsLeftToItself() {
        AtomicBoolean asked = new AtomicBoolean();
        StartBreaker breaker = new StartBreaker();
        breaker.joining(() -> {
            asked.set(true);
            throw new IllegalStateException("of the test");
        });
        breaker.breakOff();
        assertTrue(asked.get());
    }

    private HazelcastNode node(StartBreaker breaker, Duration end) {
        HazelcastNode node =
                new HazelcastNode(settings("127.0.0.1", "", "127.0.0.1"), 16 * MEGABYTE, () -> true, breaker, end);
        nodes.add(node);
        return node;
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("hz.") || name.equals("understudy-cluster"))
                .toList();
    }

    @Test
    void anAddressOfAnotherMachineIsTold() throws Exception {
        HazelcastNode node = start("192.0.2.7", "", "127.0.0.1");
        await(() -> node.figures().state() == State.FAILED);
        assertEquals("192.0.2.7 is no address of this machine", node.figures().problem());
    }

    @Test
    void aServerWithoutMemoryForItIsToldAndTriesAgain() throws Exception {
        BooleanSupplier full = () -> {
            throw new OutOfMemoryError("of the test");
        };
        HazelcastNode node = start(full, "127.0.0.1", "", "127.0.0.1");
        await(() -> node.figures().state() == State.FAILED);
        assertEquals("of the test", node.figures().problem());
    }

    @Test
    void withoutHostsThereIsNoServer() {
        HazelcastNode node = start("", "");
        assertEquals(State.OFF, node.figures().state());
        assertNull(node.holder(SampleReplies.KEY));
    }
}
