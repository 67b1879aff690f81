package dev.understudy.micro;

import dev.understudy.cache.disk.CacheSettings;
import dev.understudy.cache.disk.DiskReplyCache;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalogs;
import dev.understudy.codec.jpeg.osgi.JpegCodecComponent;
import dev.understudy.engine.codec.Edition;
import dev.understudy.engine.codec.InstalledCodecs;
import dev.understudy.engine.codec.RegisteredCodec;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.engine.service.Engine;
import dev.understudy.engine.settings.EngineSettingTable;
import dev.understudy.engine.settings.EngineSettings;
import dev.understudy.errors.text.FormattedErrors;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.ServingListeners;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import dev.understudy.source.file.FileSourceAccess;
import dev.understudy.source.file.RootFolders;
import dev.understudy.source.file.RootWatch;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Requests for an image that the response cache has, in the engine, without HTTP. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RequestBenchmark {

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final int SIDE = 256;

    private @Nullable Work work;

    /** Makes an image, an engine and a cache, and has the image drawn once. */
    @Setup
    public void start() throws IOException {
        work = Work.start();
    }

    /** Ends the engine. */
    @TearDown
    public void stop() throws IOException {
        work().close();
    }

    /** The same request again: it is neither read nor planned. */
    @Benchmark
    public Reply repeated() {
        Reply reply = work().engine.serveAtOnce(work().call("id=1"));
        if (reply == null) {
            throw new IllegalStateException("the answer was not remembered");
        }
        return reply;
    }

    /** Another spelling of it each time: it is read and planned, and its key made and looked up. */
    @Benchmark
    public Reply planned() {
        return work().serve("id=" + work().next++);
    }

    private Work work() {
        if (work == null) {
            throw new IllegalStateException("not started");
        }
        return work;
    }

    private static final class Work {

        private final Path folder;
        private final DiskReplyCache cache;
        private final Engine engine;
        private final Catalogs catalogs;
        private long next = 2;

        private Work(Path folder, DiskReplyCache cache, Engine engine, Catalogs catalogs) {
            this.folder = folder;
            this.cache = cache;
            this.engine = engine;
            this.catalogs = catalogs;
        }

        static Work start() throws IOException {
            Path folder = Files.createTempDirectory("micro");
            Path images = Files.createDirectories(folder.resolve("images/gallery"));
            Files.write(images.resolve("photo.jpg"), Photograph.file(SIDE, SIDE, false));
            TestCatalogs catalogs = new TestCatalogs();
            catalogs.tenant("gallery").set(Attributes.ROOT_PATH, "gallery").record("photo", "photo.jpg");
            RootFolders roots = new RootFolders(List.of(folder.resolve("images")), List.of(), false);
            InstantSource clock = InstantSource.system();
            DiskReplyCache cache = DiskReplyCache.open(new CacheSettings(
                    List.of(Files.createDirectories(folder.resolve("cache"))), 1 << 30, 1000, 1 << 26));
            Engine engine = Engine.assemble(
                    Edition.of("1"),
                    EngineSettings.of(EngineSettingTable.TABLE
                            .read(Map.of("cache.validationInterval", 60_000))
                            .values()),
                    InstalledCodecs.of(
                            List.of(new RegisteredCodec(new JpegCodecComponent(), "jpeg", Edition.of("1"), 0, 0))),
                    new FileSourceAccess(roots, new RootWatch(roots), () -> catalogs),
                    cache,
                    new FormattedErrors(clock),
                    new FailedSources(1, clock),
                    new ServingListeners(),
                    clock);
            Work work = new Work(folder, cache, engine, catalogs);
            work.serve("id=1");
            work.serve("id=1");
            return work;
        }

        Call call(String query) {
            return new Call(
                    "gallery/photo",
                    "wid=200&" + query,
                    InetAddress.getLoopbackAddress(),
                    NEVER,
                    Forwardable.NO,
                    catalogs,
                    new AccessRecord(),
                    false);
        }

        Reply serve(String query) {
            Answer answer = engine.serve(call(query));
            if (answer instanceof Reply reply && reply.status() == 200 && reply.standIn() == null) {
                return reply;
            }
            throw new IllegalStateException("no image but " + answer);
        }

        void close() throws IOException {
            engine.close();
            cache.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
