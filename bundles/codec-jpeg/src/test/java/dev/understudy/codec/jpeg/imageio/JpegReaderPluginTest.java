package dev.understudy.codec.jpeg.imageio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Pixels;
import dev.understudy.testkit.codec.JdkReader;
import dev.understudy.testkit.codec.SampleImages;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;

class JpegReaderPluginTest {

    private static final byte[] PHOTOGRAPH = SampleImages.read("gallery/hills.jpg");
    private static final byte[] INKS = SampleImages.read("gallery/hills-cmyk.jpg");
    private static final Rectangle PART = new Rectangle(101, 57, 203, 99);

    private final JpegReaderPlugin plugin = new JpegReaderPlugin();

    @Test
    void aPhotographIsThatOfTheJdksReader() throws Exception {
        Pixels theirs = JdkReader.read(PHOTOGRAPH).orElseThrow();
        ImageReader reader = reader(PHOTOGRAPH);
        assertEquals(theirs.width(), reader.getWidth(0));
        assertEquals(theirs.height(), reader.getHeight(0));
        BufferedImage ours = reader.read(0);
        double squares = 0;
        for (int band = 0; band < 3; band++) {
            for (int y = 0; y < ours.getHeight(); y++) {
                for (int x = 0; x < ours.getWidth(); x++) {
                    int difference = ours.getRaster().getSample(x, y, band)
                            - theirs.plane(band).at(x, y);
                    squares += difference * difference;
                }
            }
        }
        double mean = squares / (3.0 * ours.getWidth() * ours.getHeight());
        assertTrue(10 * Math.log10(255 * 255 / mean) > 50, "mean square " + mean);
    }

    @Test
    void aPartIsThatOfTheWhole() throws Exception {
        BufferedImage whole = reader(PHOTOGRAPH).read(0);
        ImageReadParam param = new ImageReadParam();
        param.setSourceRegion(PART);
        BufferedImage part = reader(PHOTOGRAPH).read(0, param);
        assertEquals(PART.width, part.getWidth());
        assertEquals(PART.height, part.getHeight());
        assertArrayEquals(
                whole.getRGB(PART.x, PART.y, PART.width, PART.height, null, 0, PART.width),
                part.getRGB(0, 0, PART.width, PART.height, null, 0, PART.width));
    }

    @Test
    void everyThirdPixelGoesWhereItIsWanted() throws Exception {
        BufferedImage whole = reader(PHOTOGRAPH).read(0);
        ImageReadParam param = new ImageReadParam();
        param.setSourceRegion(PART);
        param.setSourceSubsampling(3, 2, 1, 0);
        BufferedImage target = new BufferedImage(300, 300, BufferedImage.TYPE_3BYTE_BGR);
        param.setDestination(target);
        param.setDestinationOffset(new Point(7, 9));
        reader(PHOTOGRAPH).read(0, param);
        int columns = (PART.width - 1 + 2) / 3;
        int rows = (PART.height + 1) / 2;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                assertEquals(whole.getRGB(PART.x + 1 + 3 * x, PART.y + 2 * y), target.getRGB(7 + x, 9 + y));
            }
        }
        assertEquals(0xff000000, target.getRGB(6, 9));
        assertEquals(0xff000000, target.getRGB(7 + columns, 9));
        assertEquals(0xff000000, target.getRGB(7, 9 + rows));
    }

    @Test
    void bandsCanBeChosen() throws Exception {
        BufferedImage whole = reader(PHOTOGRAPH).read(0);
        ImageReadParam param = new ImageReadParam();
        param.setSourceBands(new int[] {2});
        param.setDestinationBands(new int[] {0});
        BufferedImage target = new BufferedImage(whole.getWidth(), whole.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        param.setDestination(target);
        reader(PHOTOGRAPH).read(0, param);
        assertEquals(
                whole.getRaster().getSample(400, 300, 2), target.getRaster().getSample(400, 300, 0));
    }

    @Test
    void grayIsGray() throws Exception {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 30; y++) {
                image.getRaster().setSample(x, y, 0, 6 * x);
            }
        }
        BufferedImage read = reader(written(image)).read(0);
        assertEquals(BufferedImage.TYPE_BYTE_GRAY, read.getType());
        assertEquals(120, read.getRaster().getSample(20, 15, 0), 3);
    }

    @Test
    void inksAreARaster() throws Exception {
        assertFalse(reader(INKS).getImageTypes(0).hasNext());
        assertThrows(IIOException.class, () -> reader(INKS).read(0));
        Raster raster = reader(INKS).readRaster(0, null);
        assertEquals(4, raster.getNumBands());
        assertEquals(reader(INKS).getWidth(0), raster.getWidth());
        assertEquals(reader(INKS).getHeight(0), raster.getHeight());
    }

    @Test
    void aStreamMayGiveAByteAtATime() throws Exception {
        ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(PHOTOGRAPH)) {
            @Override
            public int read(byte[] bytes, int offset, int count) throws IOException {
                return super.read(bytes, offset, Math.min(count, 1));
            }
        };
        assertTrue(plugin.canDecodeInput(stream));
        ImageInputStream text = new MemoryCacheImageInputStream(new ByteArrayInputStream(new byte[] {-1, -40}));
        assertFalse(plugin.canDecodeInput(text));
    }

    @Test
    void aStreamMayBeginLaterAndNotKnowItsLength() throws Exception {
        byte[] bytes = new byte[PHOTOGRAPH.length + 5];
        System.arraycopy(PHOTOGRAPH, 0, bytes, 5, PHOTOGRAPH.length);
        ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
        assertEquals(-1, stream.length());
        assertFalse(plugin.canDecodeInput(stream));
        stream.seek(5);
        assertTrue(plugin.canDecodeInput(stream));
        assertEquals(5, stream.getStreamPosition());
        ImageReader reader = plugin.createReaderInstance(null);
        reader.setInput(stream, true, true);
        assertEquals(reader(PHOTOGRAPH).read(0).getRGB(33, 44), reader.read(0).getRGB(33, 44));
    }

    @Test
    void damageIsRefused() {
        byte[] cut = Arrays.copyOf(PHOTOGRAPH, PHOTOGRAPH.length / 2);
        assertThrows(IIOException.class, () -> reader(cut).read(0));
        assertThrows(IIOException.class, () -> reader(new byte[] {1, 2, 3}).getWidth(0));
        assertThrows(IndexOutOfBoundsException.class, () -> reader(PHOTOGRAPH).read(1));
        assertThrows(
                IllegalStateException.class,
                () -> plugin.createReaderInstance(null).read(0));
    }

    @Test
    void imageIoFindsItWhereItIsRegistered() throws Exception {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        registry.registerServiceProvider(plugin);
        try {
            assertTrue(StreamSupport.stream(
                            ((Iterable<ImageReader>) () -> ImageIO.getImageReaders(stream(PHOTOGRAPH))).spliterator(),
                            false)
                    .anyMatch(JpegImageReader.class::isInstance));
        } finally {
            registry.deregisterServiceProvider(plugin);
        }
    }

    private ImageReader reader(byte[] file) {
        ImageReader reader = plugin.createReaderInstance(null);
        reader.setInput(stream(file), true, true);
        return reader;
    }

    private static ImageInputStream stream(byte[] file) {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
    }

    private static byte[] written(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = new JpegWriterPlugin().createWriterInstance(null);
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), null);
        }
        return bytes.toByteArray();
    }
}
