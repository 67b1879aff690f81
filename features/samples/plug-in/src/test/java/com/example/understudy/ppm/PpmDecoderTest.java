package com.example.understudy.ppm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Pixels;
import dev.understudy.testkit.codec.DecoderContract;
import dev.understudy.testkit.codec.TestImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PpmDecoderTest extends DecoderContract {

    PpmDecoderTest() {
        super(new PpmDecoder());
    }

    @Override
    protected Stream<String> images() {
        return Stream.of("rgb.ppm", "commented.ppm");
    }

    @Override
    protected Stream<String> salvageable() {
        return images();
    }

    @Override
    protected Stream<Path> photographs() {
        return Stream.of();
    }

    @Test
    void samplesAreThoseOfTheImage() throws ServeException {
        for (String name : images().toList()) {
            Pixels pixels = decode(name).pixels();
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(
                        TestImage.rgb().plane(i).samples(), pixels.plane(i).samples(), name);
            }
        }
    }

    @Test
    void samplesOfSixteenBitsAreRefused() {
        byte[] file = "P6 1 1 65535\n......".getBytes(StandardCharsets.US_ASCII);
        ServeException e = assertThrows(ServeException.class, () -> decode(file));
        assertEquals(FailureKind.SOURCE_UNSUPPORTED, e.failure().kind());
    }
}
