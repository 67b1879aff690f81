package dev.understudy.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.quarantine.DecodingStage;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.engine.warm.MemoryLevels;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.source.Source;
import dev.understudy.testkit.codec.BytesSource;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One request for a part that cannot be read takes the image from nobody. */
class OpenImageTest {

    private static final ImageInfo INFO =
            new ImageInfo("test", 40, 30, Orientation.NORMAL, Samples.GRAY, 8, false, false, 0);
    private static final Region ALL = new Region(0, 0, 40, 30);
    private static final Region PART = new Region(5, 5, 10, 10);

    private final BytesSource source = new BytesSource(new byte[1]);
    private final FailedSources failed = new FailedSources(10, InstantSource.system());

    /** A decoder that reads either parts or the whole. */
    private record Halved(boolean parts) implements Decoder {

        @Override
        public String format() {
            return "test";
        }

        @Override
        public boolean recognizes(ByteBuffer head) {
            return true;
        }

        @Override
        public ImageInfo inspect(Source source, Tolerance tolerance) {
            return INFO;
        }

        @Override
        public Decoded decode(Source source, DecodeRequest request) throws ServeException {
            Region region = request.region() == null ? ALL : request.region();
            if (ALL.equals(region) == parts) {
                throw new ServeException(new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, "test", "cut", null));
            }
            Plane plane = Plane.blank(region.width(), region.height());
            return new Decoded(INFO, new Pixels(Samples.GRAY, List.of(plane), null, null), region, 1);
        }
    }

    private OpenImage image(boolean parts) {
        return new OpenImage(
                source,
                new Halved(parts),
                INFO,
                new ImageFile(source.key(), Tolerance.STRICT),
                failed,
                MemoryLevels.warm(new Fixtures(), List.of()));
    }

    private static Decoded decode(OpenImage image, @Nullable Region region) throws ServeException {
        return image.decode(new DecodeRequest(region, 1), DecodingStage.COLORS);
    }

    private static Failure failure(OpenImage image, @Nullable Region region) {
        return assertThrows(ServeException.class, () -> decode(image, region)).failure();
    }

    @Test
    void thePartAloneIsInQuarantine() throws ServeException {
        OpenImage image = image(false);
        assertInstanceOf(Failure.Corrupt.class, failure(image, PART));
        assertInstanceOf(Failure.Known.class, failure(image, PART));
        assertEquals(ALL, decode(image, null).region());
        assertEquals(ALL, decode(image, ALL).region());
        assertInstanceOf(Failure.Corrupt.class, failure(image, new Region(0, 0, 3, 3)));
    }

    @Test
    void allOfItIsOnceReadingAllFails() throws ServeException {
        OpenImage image = image(true);
        assertEquals(PART, decode(image, PART).region());
        assertInstanceOf(Failure.Corrupt.class, failure(image, ALL));
        assertInstanceOf(Failure.Known.class, failure(image, PART));
    }
}
