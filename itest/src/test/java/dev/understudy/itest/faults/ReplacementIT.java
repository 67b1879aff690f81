package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.Response;
import java.awt.Color;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Row 42: a source is replaced while it is read, under load. Two plain colors in one image would show a mixture. */
class ReplacementIT {

    private static final Logger LOG = LoggerFactory.getLogger(ReplacementIT.class);

    private static final List<Color> COLORS = List.of(Color.GREEN, Color.BLUE);
    private static final int CLIENTS = 4;
    private static final int REPLACEMENTS = 40;
    private static final int ANSWERS = 60;
    /** Long enough for a file that is changed in place to be served in between. */
    private static final int LULL_MILLIS = 400;

    private static final int SMALLEST = 20;
    private static final int SIZES = 300;

    @RegisterExtension
    static final Container SERVER = FaultServers.shared();

    /** How a file is replaced. */
    enum Way {
        /** Another file takes its name. */
        MOVED_OVER {
            @Override
            void replace(Path file, byte[] bytes) throws IOException {
                FaultImages.replace(file, bytes);
            }
        },
        /** Deletes the file and writes it anew. */
        DELETED_FIRST {
            @Override
            void replace(Path file, byte[] bytes) throws IOException {
                Files.delete(file);
                Files.write(file, bytes);
            }
        },
        /** Empties the file and writes it anew. */
        EMPTIED_FIRST {
            @Override
            void replace(Path file, byte[] bytes) throws IOException {
                Files.write(file, bytes);
            }
        },
        /** Writes over the file, from its beginning to its end. */
        WRITTEN_OVER {
            @Override
            void replace(Path file, byte[] bytes) throws IOException {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap(bytes));
                }
            }
        };

        abstract void replace(Path file, byte[] bytes) throws IOException;
    }

    @ParameterizedTest(name = "42: a source is replaced while it is read: {0}")
    @EnumSource
    void neverAMixture(Way way) throws Exception {
        FaultTenant tenant = new FaultTenant(SERVER.server().setup(), "replaced-" + way.ordinal());
        tenant.create(COLORS.get(0), "", "");
        List<byte[]> files = new ArrayList<>();
        for (Color color : COLORS) {
            files.add(FaultImages.bmp(1000, 800, color));
        }
        FaultImages.replace(tenant.file(FaultTenant.IMAGE), files.get(0));
        tenant.awaitLoaded(client());
        try (Viewers viewers = new Viewers("/is/image/" + tenant.name() + "/image?fmt=png&wid=")) {
            int replacements = 0;
            Random random = new Random(42);
            while (replacements < REPLACEMENTS || viewers.answers() < ANSWERS) {
                Thread.sleep(replacements % 4 == 0 ? LULL_MILLIS : random.nextInt(60));
                replacements++;
                way.replace(tenant.file(FaultTenant.IMAGE), files.get(replacements % files.size()));
            }
            viewers.stop();
            LOG.info("{}: {} times, {} images, {} errors", way, replacements, viewers.images, viewers.errors);
            assertEquals(List.of(), List.copyOf(viewers.faults));
            assertTrue(viewers.images.get() > 0, "not one image while it was replaced");
            viewers.awaitAll(COLORS.get(replacements % files.size()));
        }
    }

    /** Clients that ask for an image in many sizes, and look at what they get. */
    private static final class Viewers implements AutoCloseable {

        private final String target;
        private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger images = new AtomicInteger();
        private final AtomicInteger errors = new AtomicInteger();
        private final Queue<String> faults = new ConcurrentLinkedQueue<>();
        private volatile boolean running = true;

        Viewers(String target) {
            this.target = target;
            for (int i = 0; i < CLIENTS; i++) {
                threads.execute(this::askOn);
            }
        }

        private void askOn() {
            while (running) {
                Response response = client().get(target + (SMALLEST + asked.incrementAndGet() % SIZES));
                if (response.status() == 200) {
                    images.incrementAndGet();
                    if (COLORS.stream().noneMatch(color -> FaultImages.isPlain(response.image(), color))) {
                        faults.add("a mixture: " + response);
                    }
                } else {
                    errors.incrementAndGet();
                    if (!response.header("Understudy-StandIn")
                            .matches("text; code=source\\.(missing|corrupt|unreadable)")) {
                        faults.add(response.toString());
                    }
                }
            }
        }

        int answers() {
            return images.get() + errors.get();
        }

        void stop() throws InterruptedException {
            running = false;
            threads.shutdown();
            assertTrue(threads.awaitTermination(30, TimeUnit.SECONDS));
        }

        /** At rest every size is of the last color, a second after the last replacement. */
        void awaitAll(Color color) {
            for (int wid = SMALLEST; wid < SMALLEST + SIZES; wid += 7) {
                client().await(
                                target + wid,
                                Duration.ofSeconds(2),
                                response -> response.status() == 200 && FaultImages.isPlain(response.image(), color));
            }
        }

        @Override
        public void close() {
            running = false;
            threads.shutdownNow();
        }
    }

    private static Client client() {
        return SERVER.client();
    }
}
