package dev.understudy.codec.tiff;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static dev.understudy.testkit.codec.TestImage.plane;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Pixels;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.EncoderContract;
import dev.understudy.testkit.codec.TestImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TiffEncoderTest extends EncoderContract {

    TiffEncoderTest() {
        super(new TiffEncoder(), new TiffDecoder(), new Abilities(Integer.MAX_VALUE, 45, false, true, true));
    }

    @Test
    void nothingIsLost() throws Exception {
        Pixels grayAlpha = TestImage.gray().withAlpha(plane(TestImage::alpha));
        for (Pixels pixels : List.of(TestImage.rgb(), TestImage.rgba(), TestImage.gray(), grayAlpha)) {
            assertSimilar(
                    pixels, decode(encoder.encode(pixels, options.plain())).pixels(), 99);
        }
    }

    @Test
    void theJdkReadsItToo() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(encoder.encode(TestImage.rgb(), options.plain())));
        assertEquals(TestImage.WIDTH, image.getWidth());
        assertEquals(TestImage.green(7, 9), image.getRGB(7, 9) >> 8 & 0xff);
    }

    @Test
    void notesAreWritten() throws Exception {
        ColorProfile profile = new ColorProfile(new byte[5001]);
        Decoded decoded = decode(encoder.encode(TestImage.rgba(), options.noted(300, profile)));
        assertEquals(300, decoded.info().resolution());
        assertEquals(profile, decoded.pixels().profile());
    }

    private static Decoded decode(byte[] file) throws ServeException {
        return new TiffDecoder().decode(new BytesSource(file), DecodeRequest.WHOLE);
    }
}
