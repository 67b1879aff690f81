package dev.understudy.codec.jpeg;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.TestImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chroma that is decoded no finer than the reply keeps it. */
class ChromaReductionTest {

    private static Decoded decode(String name, DecodeRequest request) throws ServeException {
        try (BytesSource source = new BytesSource(TestImage.file(name))) {
            return new JpegDecoder().decode(source, request);
        }
    }

    /** The widths of chroma of 61 columns, where luma has 61, 31, 16 or 8, and chroma may be as fine or half as fine. */
    @ParameterizedTest
    @CsvSource({
        "444.jpg, 1, 61, 31",
        "444.jpg, 2, 31, 16",
        "444.jpg, 4, 16, 8",
        "444.jpg, 8, 8, 8",
        "422.jpg, 1, 31, 31",
        "422.jpg, 2, 31, 16",
        "422.jpg, 4, 16, 8",
        "422.jpg, 8, 8, 4",
        "420.jpg, 1, 31, 31",
        "420.jpg, 2, 31, 16",
        "420.jpg, 8, 8, 4",
        "progressive.jpg, 4, 16, 8",
        "progressive.jpg, 8, 8, 4"
    })
    void isAsCoarseAsItMayBe(String name, int reduction, int fine, int coarse) throws ServeException {
        DecodeRequest request = new DecodeRequest(null, reduction);
        Decoded full = decode(name, request);
        Decoded half = decode(name, request.withChroma(2 * reduction));
        assertEquals(fine, full.pixels().plane(1).width());
        assertEquals(coarse, half.pixels().plane(1).width());
        assertEquals(coarse, half.pixels().plane(2).width());
        assertArrayEquals(
                full.pixels().plane(0).samples(), half.pixels().plane(0).samples());
        assertSimilar(PlaneConversions.toRgb(full.pixels()), PlaneConversions.toRgb(half.pixels()), 25);
    }

    /** A sample of coarse chroma is the mean of the finer ones that it takes the place of, but for rounding and ringing. */
    @ParameterizedTest
    @ValueSource(strings = {"444.jpg", "422.jpg", "420.jpg", "progressive.jpg"})
    void liesWhereFineChromaDoes(String name) throws ServeException {
        Plane fine = decode(name, new DecodeRequest(null, 4)).pixels().plane(1);
        Plane coarse =
                decode(name, new DecodeRequest(null, 4).withChroma(8)).pixels().plane(1);
        for (int y = 0; y + 1 < coarse.height(); y++) {
            for (int x = 0; x + 1 < coarse.width(); x++) {
                int sum = fine.at(2 * x, 2 * y)
                        + fine.at(2 * x + 1, 2 * y)
                        + fine.at(2 * x, 2 * y + 1)
                        + fine.at(2 * x + 1, 2 * y + 1);
                assertEquals(sum / 4.0, coarse.at(x, y), 2, x + "," + y);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gray.jpg", "cmyk.jpg", "rgb-named.jpg"})
    void isNothingToOtherColors(String name) throws ServeException {
        Decoded full = decode(name, new DecodeRequest(null, 2));
        Decoded half = decode(name, new DecodeRequest(null, 2).withChroma(4));
        for (int i = 0; i < full.pixels().planes().size(); i++) {
            assertArrayEquals(
                    full.pixels().plane(i).samples(), half.pixels().plane(i).samples());
        }
    }

    @Test
    void isTheSameInParts() throws ServeException {
        Random random = new Random(7);
        for (String name : new String[] {"444.jpg", "422.jpg", "420.jpg", "restart.jpg", "progressive.jpg"}) {
            for (int reduction = 1; reduction <= 8; reduction *= 2) {
                DecodeRequest all = new DecodeRequest(null, reduction).withChroma(2 * reduction);
                Region wanted = new Region(random.nextInt(50), random.nextInt(40), 10, 7);
                Decoded part = decode(name, new DecodeRequest(wanted, reduction).withChroma(2 * reduction));
                requirePart(decode(name, all), part, name + " 1/" + reduction);
            }
        }
    }

    private static void requirePart(Decoded whole, Decoded part, String message) {
        Plane all = whole.pixels().plane(1);
        Plane some = part.pixels().plane(1);
        int stepX = whole.reduction() * (whole.pixels().width() + all.width() - 1) / all.width();
        int stepY = whole.reduction() * (whole.pixels().height() + all.height() - 1) / all.height();
        int left = part.region().x() / Integer.highestOneBit(stepX);
        int top = part.region().y() / Integer.highestOneBit(stepY);
        for (int y = 0; y < some.height(); y++) {
            for (int x = 0; x < some.width(); x++) {
                assertEquals(all.at(left + x, top + y), some.at(x, y), message);
            }
        }
    }
}
