package dev.understudy.codec.tiff;

import static dev.understudy.codec.TestPicture.assertSimilar;
import static dev.understudy.codec.TestPicture.plane;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.codec.BytesSource;
import dev.understudy.codec.Options;
import dev.understudy.codec.TestPicture;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Pixels;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TiffEncoderTest {

    private final TiffEncoder encoder = new TiffEncoder();

    @Test
    void nothingIsLost() throws Exception {
        Pixels grayAlpha = TestPicture.gray().withAlpha(plane(TestPicture::alpha));
        for (Pixels pixels : List.of(TestPicture.rgb(), TestPicture.rgba(), TestPicture.gray(), grayAlpha)) {
            assertSimilar(pixels, decode(encoder.encode(pixels, Options.PLAIN)).pixels(), 99);
        }
    }

    @Test
    void theJdkReadsItToo() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(encoder.encode(TestPicture.rgb(), Options.PLAIN)));
        assertEquals(TestPicture.WIDTH, image.getWidth());
        assertEquals(TestPicture.green(7, 9), image.getRGB(7, 9) >> 8 & 0xff);
    }

    @Test
    void notesAreWritten() throws Exception {
        ColorProfile profile = new ColorProfile(new byte[5001]);
        Decoded decoded = decode(encoder.encode(TestPicture.rgba(), Options.noted(300, profile)));
        assertEquals(300, decoded.info().resolution());
        assertEquals(profile, decoded.pixels().profile());
    }

    private static Decoded decode(byte[] file) throws ServeException {
        return new TiffDecoder().decode(new BytesSource(file), DecodeRequest.WHOLE);
    }
}
