package dev.understudy.codec.jpeg.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.image.Compression;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.FileParts;
import org.junit.jupiter.api.Test;

/** A part that is told beforehand is cut from the whole, whatever the factors of chroma, to the last sample. */
class JpegPartTest {

    private static final int IMAGES = 60;
    private static final int REGIONS = 12;
    private static final OutputFormat JPEG = OutputFormat.of("jpeg", "image/jpeg");

    private final JpegDecoder decoder = new JpegDecoder();
    private int told;

    @Test
    void partsAreCutFromTheWhole() throws Exception {
        for (int i = 0; i < IMAGES; i++) {
            RandomImage random = new RandomImage(i);
            Samples samples = new Samples[] {Samples.GRAY, Samples.YCC, Samples.YCC, Samples.CMYK}[i % 4];
            Pixels pixels = random.of(
                    samples, 1 + random.next(200), 1 + random.next(200), 1 << random.next(3), 1 << random.next(3));
            EncodeOptions options = EncodeOptions.of(JPEG, Compression.NONE).withQuality(80);
            byte[] file = new JpegWriter(InkStorage.ADOBE).write(pixels, options, i % 3 == 0, new byte[0]);
            try (BytesSource source = new BytesSource(file)) {
                for (int j = 0; j < REGIONS; j++) {
                    assertIsCut(source, request(random, pixels));
                }
            }
        }
        assertTrue(told > IMAGES * REGIONS / 2, "only " + told + " parts were told");
    }

    private static DecodeRequest request(RandomImage random, Pixels pixels) {
        int x = random.next(pixels.width());
        int y = random.next(pixels.height());
        Region region = new Region(x, y, 1 + random.next(pixels.width() - x), 1 + random.next(pixels.height() - y));
        DecodeRequest request = new DecodeRequest(region, 1 << random.next(5));
        return random.next(2) == 0 ? request : request.withChroma(2 * request.maxReduction());
    }

    private void assertIsCut(BytesSource source, DecodeRequest request) throws Exception {
        DecodedPart part = decoder.part(source, decoder.inspect(source), request);
        if (part != null) {
            told++;
            Decoded given = decoder.decode(source, request);
            assertEquals(part.region(), given.region());
            assertEquals(part.reduction(), given.reduction());
            FileParts.assertIsCut(decoder.decode(source, part.level()).pixels(), given);
        }
    }
}
