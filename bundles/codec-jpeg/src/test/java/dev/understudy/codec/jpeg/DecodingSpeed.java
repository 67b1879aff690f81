package dev.understudy.codec.jpeg;

import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Region;
import dev.understudy.testkit.codec.BytesSource;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Measures decoding of the files that are named, interleaved with ImageIO and libjpeg-turbo's djpeg: time of this thread's processor,
 * so that other load does not count; of djpeg, which is a process, time by the clock. {@code -Dalone=true} leaves others out,
 * {@code -Drounds=} is how often.
 */
public final class DecodingSpeed {

    private static final int ROUNDS = Integer.getInteger("rounds", 9);

    private DecodingSpeed() {}

    private interface Work {
        void run() throws Exception;
    }

    /** Writes the medians in milliseconds. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        for (String file : args) {
            Map<String, Work> works = works(Path.of(file));
            Map<String, List<Double>> times = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (Map.Entry<String, Work> work : works.entrySet()) {
                    double start = now(work.getKey());
                    work.getValue().run();
                    double time = now(work.getKey()) - start;
                    times.computeIfAbsent(work.getKey(), key -> new ArrayList<>())
                            .add(time);
                }
            }
            times.forEach((name, all) -> {
                double[] sorted =
                        all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
                System.out.printf(
                        "%s %s: median %.1f ms, best %.1f%n", file, name, sorted[sorted.length / 2], sorted[0]);
            });
        }
    }

    private static double now(String work) {
        long nanos = work.startsWith("djpeg")
                ? System.nanoTime()
                : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        return nanos / 1e6;
    }

    private static Map<String, Work> works(Path path) throws IOException {
        byte[] file = Files.readAllBytes(path);
        Map<String, Work> works = new LinkedHashMap<>();
        for (int reduction : new int[] {1, 2, 4, 8}) {
            works.put("ours 1/" + reduction, () -> decode(file, new DecodeRequest(null, reduction)));
        }
        works.put(
                "ours, 800x800 in the middle",
                () -> decode(file, new DecodeRequest(new Region(900, 900, 800, 800), 1)));
        if (!Boolean.getBoolean("alone")) {
            works.put("ImageIO", () -> readByImageIo(file));
            for (int reduction : new int[] {1, 2, 4, 8}) {
                works.put("djpeg 1/" + reduction, () -> djpeg(path, reduction));
            }
        }
        return works;
    }

    private static void decode(byte[] file, DecodeRequest request) throws ServeException {
        try (BytesSource source = new BytesSource(file)) {
            new JpegDecoder().decode(source, request);
        }
    }

    private static void readByImageIo(byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new java.io.ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            reader.readRaster(0, null);
        } finally {
            reader.dispose();
        }
    }

    private static void djpeg(Path file, int reduction) throws IOException, InterruptedException {
        List<String> command =
                Arrays.asList("djpeg", "-scale", "1/" + reduction, "-outfile", "/dev/null", file.toString());
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start()
                .waitFor();
    }
}
