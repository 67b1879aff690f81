package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.JdkReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * How long it takes to write an image of 800 x 1067 pixels at quality 80 with chroma at half the size, beside the JDK's writer, by
 * turns: medians in milliseconds. The argument is a JPEG file of that size or more.
 */
final class JpegWriterSpeed {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 1067;
    private static final int ROUNDS = 400;
    private static final double QUALITY = 80;

    private JpegWriterSpeed() {}

    public static void main(String[] arguments) throws Exception {
        byte[] file = Files.readAllBytes(Path.of(arguments[0]));
        Pixels pixels = planes(JdkReader.read(file).orElseThrow());
        BufferedImage image = image(file);
        EncodeOptions options = EncodeOptions.of(OutputFormat.of("jpeg", "image/jpeg"), Compression.NONE)
                .withQuality(QUALITY);
        JpegWriter writer = new JpegWriter(InkStorage.ADOBE);
        List<String> names = List.of("ours", "ours, progressive", "ours, 3 passes", "JDK", "JDK, optimized");
        List<Callable<byte[]>> work = List.of(
                () -> writer.write(pixels, options),
                () -> writer.write(pixels, options, true, new byte[0]),
                () -> writer.write(pixels, options.withScans(3), true, new byte[0]),
                () -> jdk(image, false),
                () -> jdk(image, true));
        long[][] times = new long[names.size()][ROUNDS];
        int[] sizes = new int[names.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < names.size(); i++) {
                long start = System.nanoTime();
                sizes[i] = work.get(i).call().length;
                times[i][round] = System.nanoTime() - start;
            }
        }
        for (int i = 0; i < names.size(); i++) {
            long[] late = Arrays.copyOfRange(times[i], ROUNDS / 2, ROUNDS);
            Arrays.sort(late);
            System.out.printf(
                    "| %s | %.2f | %.2f | %d |%n", names.get(i), late[late.length / 2] / 1e6, late[0] / 1e6, sizes[i]);
        }
    }

    private static Pixels planes(Pixels rgb) {
        Pixels ycc = PlaneConversions.toYcc(new Pixels(
                Samples.RGB, rgb.planes().stream().map(JpegWriterSpeed::cut).toList(), null, null));
        return new Pixels(
                Samples.YCC,
                List.of(ycc.plane(0), ChromaHalving.half(ycc.plane(1)), ChromaHalving.half(ycc.plane(2))),
                null,
                null);
    }

    private static Plane cut(Plane plane) {
        byte[] samples = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            System.arraycopy(plane.samples(), y * plane.width(), samples, y * WIDTH, WIDTH);
        }
        return new Plane(WIDTH, HEIGHT, samples);
    }

    private static BufferedImage image(byte[] file) throws Exception {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        image.createGraphics().drawImage(ImageIO.read(new ByteArrayInputStream(file)), 0, 0, null);
        return image;
    }

    private static byte[] jdk(BufferedImage image, boolean optimized) throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality((float) QUALITY / 100);
        ((javax.imageio.plugins.jpeg.JPEGImageWriteParam) param).setOptimizeHuffmanTables(optimized);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.setOutput(new MemoryCacheImageOutputStream(out));
        writer.write(null, new IIOImage(image, null, null), param);
        writer.dispose();
        return out.toByteArray();
    }
}
