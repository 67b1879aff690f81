package dev.understudy.codec.jpeg.imageio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Pixels;
import dev.understudy.testkit.codec.JdkReader;
import dev.understudy.testkit.codec.TestImage;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegWriterPluginTest {

    private final JpegWriterPlugin plugin = new JpegWriterPlugin();
    private final ImageWriter writer = plugin.createWriterInstance(null);

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_GRAY
            })
    void imagesOfManyTypes(int type) throws Exception {
        BufferedImage image = image(type);
        assertTrue(plugin.canEncodeImage(ImageTypeSpecifier.createFromRenderedImage(image)));
        Pixels seen =
                JdkReader.read(write(image, writer.getDefaultWriteParam())).orElseThrow();
        boolean gray = type == BufferedImage.TYPE_BYTE_GRAY;
        TestImage.assertSimilar(
                TestImage.plane((x, y) -> gray ? image.getRaster().getSample(x, y, 0) : TestImage.green(x, y)),
                seen.plane(1),
                33);
    }

    @Test
    void qualityAndScansCanBeChosen() throws Exception {
        BufferedImage image = image(BufferedImage.TYPE_INT_RGB);
        ImageWriteParam best = writer.getDefaultWriteParam();
        best.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        best.setCompressionQuality(1);
        ImageWriteParam progressive = writer.getDefaultWriteParam();
        progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        byte[] usual = write(image, null);
        assertTrue(write(image, best).length > usual.length);
        assertEquals(0xc0, usual[frame(usual)] & 0xff);
        byte[] scans = write(image, progressive);
        assertEquals(0xc2, scans[frame(scans)] & 0xff);
    }

    @Test
    void partsAndRastersAreRefused() {
        BufferedImage image = image(BufferedImage.TYPE_INT_RGB);
        ImageWriteParam part = writer.getDefaultWriteParam();
        part.setSourceRegion(new Rectangle(3, 3, 9, 9));
        assertThrows(UnsupportedOperationException.class, () -> write(image, part));
        writer.reset();
        assertThrows(IllegalStateException.class, () -> writer.write(null, new IIOImage(image, null, null), null));
    }

    @Test
    void nobodyRegistersIt() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (writers.hasNext()) {
            assertFalse(writers.next().getOriginatingProvider() instanceof JpegWriterPlugin);
        }
    }

    private byte[] write(BufferedImage image, @Nullable ImageWriteParam param) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        }
        return bytes.toByteArray();
    }

    /** Where the second byte of the marker of the frame is. */
    private static int frame(byte[] file) {
        for (int i = 1; i < file.length; i++) {
            int marker = file[i] & 0xff;
            if (file[i - 1] == -1 && (marker == 0xc0 || marker == 0xc2)) {
                return i;
            }
        }
        throw new AssertionError("no frame");
    }

    private static BufferedImage image(int type) {
        BufferedImage image = new BufferedImage(TestImage.WIDTH, TestImage.HEIGHT, type);
        for (int y = 0; y < TestImage.HEIGHT; y++) {
            for (int x = 0; x < TestImage.WIDTH; x++) {
                int rgb = TestImage.red(x, y) << 16 | TestImage.green(x, y) << 8 | TestImage.blue(x, y);
                image.setRGB(x, y, 0xff000000 | rgb);
            }
        }
        return image;
    }
}
