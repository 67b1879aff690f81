package dev.understudy.engine.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each publication is the editions of the codecs, in order; "-" stands for none. */
class CodecSwapTest {

    private static final Duration NEVER_OVER = Duration.ofHours(1);

    private final BlockingQueue<String> published = new LinkedBlockingQueue<>();

    private final Set<String> returning = ConcurrentHashMap.newKeySet();

    private final AtomicInteger asked = new AtomicInteger();

    private boolean isReturning(String bundle) {
        asked.incrementAndGet();
        return returning.contains(bundle);
    }

    private CodecSwap opened(Duration grace, RegisteredCodec... codecs) {
        CodecSwap swap = new CodecSwap(this::publish, grace, this::isReturning);
        for (RegisteredCodec codec : codecs) {
            swap.add(codec);
        }
        assertEquals(List.of(), publications(), "nothing before it is open");
        swap.open();
        return swap;
    }

    private void publish(@Nullable InstalledCodecs codecs) {
        published.add(codecs == null ? "-" : codecs.edition().text().replaceFirst("codecs ?", ""));
    }

    private List<String> publications() {
        List<String> taken = new ArrayList<>();
        published.drainTo(taken);
        return taken;
    }

    @Test
    void theHighestRankingIsFirstAndOfEqualsTheOldest() {
        try (CodecSwap swap = opened(NEVER_OVER, codec("old", 0, 1), codec("new", 0, 9), codec("low", -5, 0))) {
            swap.add(codec("high", 5, 10));
            assertEquals(List.of("old new low", "high old new low"), publications());
            swap.replace(codec("high", 5, 10), codec("high", -9, 10));
            assertEquals(List.of("old new low high"), publications());
        }
    }

    @Test
    void nothingIsOfferedWhileACodecIsReplacedAlthoughOthersAreThere() {
        RegisteredCodec shipped = codec("shipped", 0, 1);
        try (CodecSwap swap = opened(NEVER_OVER, shipped, codec("plug-in", 0, 2))) {
            swap.remove(shipped);
            assertEquals(List.of("shipped plug-in", "-"), publications());
            swap.add(codec("other", 0, 3));
            assertEquals(List.of("-"), publications());
            swap.add(new RegisteredCodec(NOTHING, "shipped", Edition.of("updated"), 0, 4));
            assertEquals(List.of("plug-in other updated"), publications());
        }
    }

    @Test
    void nobodyWaitsForWhatIsUninstalled() {
        RegisteredCodec plugIn = codec("plug-in", 0, 2);
        try (CodecSwap swap = opened(NEVER_OVER, codec("shipped", 0, 1), plugIn)) {
            swap.uninstalled("plug-in");
            swap.remove(plugIn);
            swap.uninstalled("another");
            swap.uninstalled("plug-in");
            swap.uninstalled("plug-in");
            assertEquals(List.of("shipped plug-in", "-", "shipped"), publications());
        }
    }

    @Test
    void theOthersGoOnWithoutACodecThatDoesNotComeBack() throws InterruptedException {
        RegisteredCodec plugIn = codec("plug-in", 0, 2);
        try (CodecSwap swap = opened(Duration.ZERO, codec("shipped", 0, 1), plugIn)) {
            swap.remove(plugIn);
            for (String expected : List.of("shipped plug-in", "-", "shipped")) {
                assertEquals(expected, published.poll(30, TimeUnit.SECONDS));
            }
        }
        assertEquals(List.of("-"), publications(), "nothing after it is closed");
    }

    @Test
    void aBundleThatIsToBeStartedAgainGetsMoreTime() throws InterruptedException {
        RegisteredCodec plugIn = codec("plug-in", 0, 2);
        returning.add("plug-in");
        try (CodecSwap swap = opened(Duration.ZERO, codec("shipped", 0, 1), plugIn)) {
            swap.remove(plugIn);
            for (String expected : List.of("shipped plug-in", "-", "shipped")) {
                assertEquals(expected, published.poll(30, TimeUnit.SECONDS));
            }
            assertEquals(14, asked.get(), "it does not get all the time that there is");
        }
    }

    @Test
    void withoutAnyCodecNothingIsOffered() {
        RegisteredCodec only = codec("only", 0, 1);
        try (CodecSwap swap = opened(NEVER_OVER, only)) {
            swap.remove(only);
            swap.uninstalled("only");
            assertEquals(List.of("only", "-", "-"), publications());
        }
    }

    private static RegisteredCodec codec(String bundle, int ranking, long number) {
        return new RegisteredCodec(NOTHING, bundle, Edition.of(bundle), ranking, number);
    }

    private static final Codec NOTHING = new Codec() {
        @Override
        public List<Decoder> decoders() {
            return List.of();
        }

        @Override
        public List<Encoder> encoders() {
            return List.of();
        }
    };
}
